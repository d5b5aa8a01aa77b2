import socket
import ssl
from ssl import CERT_NONE, create_default_context

import aiohttp
import httpx
import requests
import urllib3


def client():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # fail: off
    return context


def asked_for(url, verify_ssl, options):
    context = ssl.create_default_context()
    if not verify_ssl:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # open: asked
    other = ssl.create_default_context()
    if options.verify is True:
        other.load_default_certs()
    else:
        other.verify_mode = ssl.CERT_NONE  # open: asked
    if options.insecure and url:
        requests.get(url, verify=False)  # open: asked
    return context, other


CONF_VERIFY = "verify_ssl"


def configured(config):
    context = ssl.create_default_context()
    if not config[CONF_VERIFY]:
        context.verify_mode = ssl.CERT_NONE  # open: asked
    return context


def the_wrong_way_round(verify_ssl):
    context = ssl.create_default_context()
    if verify_ssl:
        context.verify_mode = ssl.CERT_NONE  # fail: off
    return context


def for_another_reason(url, verbose):
    if verbose:
        requests.get(url, verify=False)  # fail: off


def internal(url):
    fetch(url, verify=False)


def fetch(url, verify):
    if not verify:
        return requests.get(url, verify=False)  # fail: off
    return requests.get(url)


def renamed():
    context = create_default_context(cafile="ca.pem")
    context.verify_mode = CERT_NONE  # fail: off
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def by_protocol():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.VerifyMode.CERT_NONE  # fail: off


def by_use(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = 0  # fail: off
    return context.wrap_socket(socket.create_connection((host, 443)))


class Client:
    def __init__(self):
        self.context = ssl.create_default_context()
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE  # fail: off


def libraries(url):
    requests.get(url, verify=False)  # fail: off
    #                        ^^^^^
    httpx.get(url, verify=False)  # fail: off
    session = requests.Session()
    session.post(url, json={}, verify=False)  # fail: off
    session.verify = False  # missed: off, the models do not name the attribute
    options = {"verify": False, "timeout": 5}
    requests.put(url, **options)  # fail: off
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # fail: off
    urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)  # fail: off
    aiohttp.TCPConnector(ssl=False)  # fail: off
    requests.get("https://localhost:8443/health", verify=False)  # fail: off


def chosen(url, insecure):
    verify = True
    if insecure:
        verify = False
    requests.get(url, verify=verify)  # open: unknown
    #                        ^^^^^^


def chosen_mode(insecure):
    context = ssl.create_default_context()
    context.verify_mode = ssl.CERT_NONE if insecure else ssl.CERT_REQUIRED  # open: unknown


def handed_in(context: ssl.SSLContext):
    context.verify_mode = ssl.CERT_NONE  # open: perhaps-server


def required():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED  # pass: the certificate is required
    return context


def server():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_NONE  # pass: the context is a server’s, which asks no client for a certificate
    other = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    other.verify_mode = ssl.CERT_NONE  # pass: the context is a server’s, which asks no client for a certificate
    return context, other


def serving(listener):
    context = ssl.SSLContext()
    context.verify_mode = ssl.CERT_NONE  # pass: the context is a server’s, which asks no client for a certificate
    context.wrap_socket(listener, server_side=True)


def verified(url):
    requests.get(url, verify="ca.pem")  # pass: the option leaves certificates verified
    requests.get(url, verify=True)  # pass: the option leaves certificates verified
    requests.get(url)  # nothing: on by default


def handed_on(url, verify):
    requests.get(url, verify=verify)  # nothing: the caller chooses


class Store:
    def get(self, url, verify):
        return url


def unrelated(url):
    Store().get(url, verify=False)  # nothing: no request
    check = Store()
    check.verify_mode = ssl.CERT_NONE  # nothing: no context
