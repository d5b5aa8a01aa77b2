import fnmatch
import logging
import ssl
from fnmatch import fnmatch as like
from ssl import match_hostname


def swallowed(connection, host):
    try:
        ssl.match_hostname(connection.getpeercert(), host)  # fail: swallowed
    except ssl.CertificateError:
        pass
    return connection


def only_logged(connection, host):
    try:
        match_hostname(connection.getpeercert(), hostname=host)  # fail: swallowed
    except Exception:
        logging.warning("%s does not match", host)
    return connection


def bare(connection, host):
    try:
        match_hostname(connection.getpeercert(), host)  # fail: swallowed
    except:
        print(host)
    return connection, host


def remembered(connection, host):
    is_host = True
    try:
        match_hostname(connection.getpeercert(), host)  # open: perhaps-removed
    except ssl.CertificateError:
        is_host = False
    return is_host


def by_pattern(connection: ssl.SSLSocket, host):
    for kind, name in connection.getpeercert()["subjectAltName"]:
        if fnmatch.fnmatch(host, name):  # fail: pattern
            return True
    return False


def by_pattern_of_the_subject(connection: ssl.SSLSocket, host):
    certificate = connection.getpeercert()
    names = [value for ((key, value),) in certificate["subject"] if key == "commonName"]
    return like(host.lower(), names[0])  # fail: pattern


class Connection:
    def __init__(self, tls: ssl.SSLSocket):
        self.tls = tls

    def is_for(self, host):
        names = dict(self.tls.getpeercert()["subjectAltName"])
        return fnmatch.fnmatchcase(name=host, pat=names["DNS"]) or fnmatch.fnmatchcase(host, names["DNS"])  # fail: pattern


def raised(connection, host):
    match_hostname(connection.getpeercert(), host)  # open: perhaps-removed


def raised_as_another(connection, host):
    try:
        match_hostname(connection.getpeercert(), host)  # open: perhaps-removed
    except ssl.CertificateError as error:
        raise ConnectionError(host) from error


def of_files(name):
    return fnmatch.fnmatch(name, "*.pem")  # nothing: no certificate


# file: old.py
# python: 3.9-3.11
import ssl
from ssl import match_hostname as compare


def raised(connection, host):
    ssl.match_hostname(connection.getpeercert(), host)  # pass: a name that does not match stops the connection


def raised_as_another(connection, host):
    try:
        compare(connection.getpeercert(), host)  # pass: a name that does not match stops the connection
    except ssl.CertificateError as error:
        raise ConnectionError(host) from error


def given_up(connection, host):
    try:
        compare(cert=connection.getpeercert(), hostname=host)  # pass: a name that does not match stops the connection
    except ssl.CertificateError:
        return None
    return connection


def closed(connection: ssl.SSLSocket, host):
    try:
        compare(connection.getpeercert(), host)  # pass: a name that does not match stops the connection
    except ssl.CertificateError:
        connection.close()


# file: new.py
# python: 3.12
import ssl


def gone(connection, host):
    ssl.match_hostname(connection.getpeercert(), host)  # fail: removed
