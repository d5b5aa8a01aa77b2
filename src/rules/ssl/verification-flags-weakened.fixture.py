import ssl
from ssl import VERIFY_X509_STRICT, VerifyFlags


def cleared():
    context = ssl.create_default_context()
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT  # fail: cleared
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context.verify_flags &= ~VERIFY_X509_STRICT  # fail: cleared
    context.verify_flags = context.verify_flags & ~VerifyFlags.VERIFY_X509_STRICT  # fail: cleared
    return context


class Client:
    def __init__(self):
        self.context = ssl.create_default_context()
        self.context.verify_flags = ssl.VERIFY_DEFAULT  # fail: reset
        self.context.verify_flags = 0  # fail: reset
        self.context.verify_flags |= ssl.VERIFY_ALLOW_PROXY_CERTS  # fail: allowed


def masked(context: ssl.SSLContext, mask):
    context.verify_flags &= mask  # open: unknown


def stricter():
    context = ssl.create_default_context()
    context.verify_flags |= ssl.VERIFY_X509_STRICT  # pass: the flags only check more
    context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF | ssl.VERIFY_CRL_CHECK_CHAIN  # pass: the flags only check more
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # pass: the flags only check more
    return context


class Survey:
    verify_flags = 0


def unrelated(context: ssl.SSLContext):
    survey = Survey()
    survey.verify_flags &= ~ssl.VERIFY_X509_STRICT  # nothing: no context
    print(context.verify_flags & ~ssl.VERIFY_X509_STRICT)  # nothing: only shown


# file: before.py
# python: 3.9-3.12
import ssl


def lenient():
    context = ssl.create_default_context()
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT  # nothing: the default was not strict
    context.verify_flags = ssl.VERIFY_DEFAULT  # nothing: the default
    context.verify_flags |= ssl.VERIFY_ALLOW_PROXY_CERTS  # fail: allowed
    context.verify_flags &= ~ssl.VERIFY_CRL_CHECK_LEAF  # fail: cleared
    return context


# file: from.py
# python: 3.13
import ssl


def strict():
    context = ssl.create_default_context()
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT  # fail: cleared
    context.verify_flags = ssl.VERIFY_DEFAULT  # fail: reset
    return context
