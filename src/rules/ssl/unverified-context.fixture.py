import smtplib
import ssl
import ssl as tls
import urllib.request
from ssl import _create_unverified_context as lenient


def fetch(url):
    urllib.request.urlopen(url, context=ssl._create_unverified_context())  # fail: made
    #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context = tls._create_stdlib_context()  # fail: made
    return urllib.request.urlopen(url, context=context)


def mail(host):
    return smtplib.SMTP_SSL(host, context=lenient(cafile="ca.pem"))  # fail: made


def half(url):
    context = ssl._create_unverified_context(cert_reqs=ssl.CERT_REQUIRED)  # fail: made
    return urllib.request.urlopen(url, context=context)


make = ssl._create_unverified_context


def aliased():
    return make()  # fail: made


def asked_for(connect, verify_ssl):
    if not verify_ssl:
        return connect(context=ssl._create_unverified_context())  # open: asked
    return connect(context=ssl.create_default_context())


def turned_on():
    return ssl._create_unverified_context(cert_reqs=ssl.CERT_REQUIRED, check_hostname=True)  # pass: verification of certificate and name is turned on again


def turned_on_later():
    context = ssl._create_unverified_context()  # pass: verification of certificate and name is turned on again
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    return context


def turned_on_by_number():
    context = lenient(cert_reqs=2)  # pass: verification of certificate and name is turned on again
    context.check_hostname = True
    return context


def server(listener):
    context = ssl._create_unverified_context(purpose=ssl.Purpose.CLIENT_AUTH)  # nothing: a server's
    return context.wrap_socket(listener, server_side=True)


class Pool:
    def _create_unverified_context(self):
        return None


def unrelated():
    Pool()._create_unverified_context()  # nothing: another method
    return ssl.create_default_context()  # nothing: verifies
