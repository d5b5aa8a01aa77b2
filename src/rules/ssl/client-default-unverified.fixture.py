import ftplib
import imaplib
import poplib
import smtplib
import ssl
from smtplib import SMTP, SMTP_SSL


def mail(host, user, password):
    with smtplib.SMTP(host, 587) as server:
        server.starttls()  # fail: unverified
        #^^^^^^^^^^^^^^^^
        server.login(user, password)
    with SMTP_SSL(host) as server:  # fail: unverified
        server.login(user, password)
    server = SMTP(host)
    server.starttls(context=None)  # fail: unverified


def boxes(host):
    imaplib.IMAP4_SSL(host)  # fail: unverified
    box = imaplib.IMAP4(host)
    box.starttls()  # fail: unverified
    poplib.POP3_SSL(host, 995, timeout=10)  # fail: unverified
    poplib.POP3(host).stls()  # fail: unverified
    ftplib.FTP_TLS(host)  # fail: unverified


class Mailer(smtplib.SMTP_SSL):
    pass


def subclass(host):
    return Mailer(host)  # fail: unverified


def local():
    smtplib.SMTP_SSL("localhost", 8465)  # fail: unverified


def options(host, **kwargs):
    return SMTP_SSL(host, **kwargs)  # open: unknown


def chosen(host, port, is_safe):
    client = imaplib.IMAP4_SSL if is_safe else imaplib.IMAP4
    client(host)  # fail: unverified
    client(host, ssl_context=ssl.create_default_context())  # pass: a context that verifies is passed
    settings = {"host": host}
    if port:
        settings["port"] = port
    SMTP_SSL(**settings)  # fail: unverified
    if is_safe:
        settings["context"] = ssl.create_default_context()
    SMTP_SSL(**settings)  # open: unknown


def installed(host):
    try:
        from somewhere import Client
    except ImportError:
        from imaplib import IMAP4_SSL as Client
    Client(host)  # open: unverified


def files(host):
    context = ssl.create_default_context()
    connection = ftplib.FTP_TLS(host, context=context)  # fail: clear-data
    connection.login("me", "secret")
    connection.retrbinary("RETR report.pdf", print)
    private = ftplib.FTP_TLS(host, context=context)  # pass: a context that verifies is passed
    private.prot_p()
    private.retrbinary("RETR report.pdf", print)


def verified(host):
    context = ssl.create_default_context()
    with smtplib.SMTP(host, 587) as server:
        server.starttls(context=context)  # pass: a context that verifies is passed
    imaplib.IMAP4_SSL(host, ssl_context=ssl.create_default_context())  # pass: a context that verifies is passed
    poplib.POP3_SSL(host, context=context)  # pass: a context that verifies is passed


def handed_in(host, context):
    smtplib.SMTP_SSL(host, context=context)  # nothing: the caller's context


def plain(host):
    smtplib.SMTP(host)  # nothing: no TLS is claimed


class Engine:
    def starttls(self):
        pass


def unrelated():
    Engine().starttls()  # nothing: another method
