import logging
import smtplib
import socket
import ssl
import urllib.request

import requests
from requests.exceptions import SSLError


def retried(url):
    try:
        return requests.get(url)  # fail: retried
        #      ^^^^^^^^^^^^^^^^^
    except SSLError:
        return requests.get(url, verify=False)


def retried_on_anything(url):
    try:
        answer = requests.post(url, json={})  # fail: retried
    except Exception:
        logging.warning("trying without verification")
        answer = requests.post(url, json={}, verify=False)
    return answer


def retried_with_a_context(url):
    try:
        return urllib.request.urlopen(url)  # fail: retried
    except:
        context = ssl._create_unverified_context()
        return urllib.request.urlopen(url, context=context)


def session(url):
    client = requests.Session()
    try:
        return client.get(url)  # fail: retried
    except (requests.exceptions.SSLError, OSError) as error:
        logging.info("%s", error)
        return client.get(url, verify=False)


def retried_on_any_failure(url):
    try:
        return requests.get(url)  # fail: retried
    except requests.exceptions.ConnectionError:
        return requests.get(url, verify=False)


def for_old_libraries(url, options):
    try:
        return requests.get(url, **options)  # nothing: not about a connection
    except TypeError:
        return requests.get(url, verify=False)


def in_the_clear(host):
    connection = socket.create_connection((host, 5222))
    try:
        connection = ssl.create_default_context().wrap_socket(connection, server_hostname=host)  # fail: clear
    except ssl.SSLError:
        logging.warning("no TLS")
    connection.sendall(b"hello")


def in_the_clear_silently(host):
    connection = socket.create_connection((host, 5222))
    context = ssl.create_default_context()
    try:
        connection = context.wrap_socket(sock=connection, server_hostname=host)  # fail: clear
    except OSError:
        pass
    return connection


def given_back(host):
    connection = socket.create_connection((host, 5222))
    try:
        connection = ssl.create_default_context().wrap_socket(connection, server_hostname=host)  # nothing: the socket is given up
    except ssl.SSLError:
        connection = None
    return connection


def upgrade(host):
    server = smtplib.SMTP(host)
    try:
        server.starttls(context=ssl.create_default_context())  # open: unknown
    except ssl.SSLError:
        pass
    server.sendmail("a", "b", "c")


def handshake(tls: ssl.SSLSocket):
    try:
        tls.do_handshake()  # open: unknown
    except ssl.CertificateError:
        pass
    return tls


def raised(url):
    try:
        return requests.get(url)  # pass: a failed verification is raised again
    except SSLError as error:
        logging.error("%s", error)
        raise


def raised_as_another(host, connection):
    try:
        return ssl.create_default_context().wrap_socket(connection, server_hostname=host)  # pass: a failed verification is raised again
    except ssl.SSLCertVerificationError as error:
        raise ConnectionError(host) from error


def raised_at_once(tls: ssl.SSLSocket):
    try:
        tls.do_handshake()  # pass: a failed verification is raised again
    except (ssl.SSLError, TimeoutError):
        tls.close()
        raise


def given_up(url):
    try:
        return requests.get(url)  # nothing: no connection, and nothing goes on with it
    except SSLError:
        return None


def next_one(urls):
    for url in urls:
        try:
            requests.get(url)  # nothing: the next one is another connection
        except SSLError:
            continue


def other_error(url):
    try:
        return requests.get(url)  # nothing: not about certificates
    except ValueError:
        return requests.get(url + "/")


def verified_again(url):
    try:
        return requests.get(url)  # nothing: the second attempt verifies, too
    except SSLError:
        return requests.get(url, verify="/etc/ssl/own.pem")


def in_a_function(url):
    try:
        return requests.get(url)  # missed: retried, what the handler calls is not looked at
    except SSLError:
        return insecure(url)


def insecure(url):
    return requests.get(url, verify=False)
