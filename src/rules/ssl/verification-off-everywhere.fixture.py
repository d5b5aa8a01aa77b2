import os
import ssl
import ssl as tls
from ssl import _create_unverified_context

ssl._create_default_https_context = ssl._create_unverified_context  # fail: replaced


def later():
    tls._create_default_https_context = _create_unverified_context  # fail: replaced
    ssl._create_default_https_context = ssl._create_stdlib_context  # fail: replaced
    ssl._create_default_https_context = lambda *args, **kwargs: ssl._create_unverified_context()  # fail: replaced
    ssl._https_verify_certificates(False)  # fail: replaced
    os.environ["PYTHONHTTPSVERIFY"] = "0"  # fail: variable


def lenient():
    return ssl._create_unverified_context(cafile="ca.pem")


def by_function():
    ssl._create_default_https_context = lenient  # fail: replaced


def chosen(factory, flag):
    ssl._create_default_https_context = factory  # open: unknown
    ssl._https_verify_certificates(flag)  # open: unknown


def restored():
    ssl._create_default_https_context = ssl.create_default_context  # pass: the factory makes contexts that verify
    ssl._https_verify_certificates()  # pass: the factory makes contexts that verify


def restored_by_name():
    tls._create_default_https_context = tls.create_default_context  # pass: the factory makes contexts that verify
    ssl._https_verify_certificates(enable=True)  # pass: the factory makes contexts that verify


class Settings:
    pass


def unrelated():
    Settings._create_default_https_context = None  # nothing: another attribute
    os.environ["PYTHONHTTPSVERIFY"] = "1"  # nothing: on
    before = ssl._create_default_https_context  # nothing: only read
    return before
# file: fetch.sh
#!/bin/sh
export PYTHONHTTPSVERIFY=0  # fail: variable
PYTHONHTTPSVERIFY=1 python2 fetch.py  # nothing: on
env PYTHONHTTPSVERIFY=0 python2 fetch.py  # fail: variable
