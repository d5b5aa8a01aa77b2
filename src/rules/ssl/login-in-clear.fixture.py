import ftplib
import imaplib
import poplib
import smtplib
import ssl
from ftplib import FTP


def files(host, user, password):
    connection = ftplib.FTP(host)
    connection.login(user, password)  # fail: clear
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    FTP(host, user, password)  # fail: clear
    with FTP(host) as other:
        other.login(user=user, passwd=password)  # fail: clear


def mail(host, user, password):
    server = smtplib.SMTP(host, 25)
    server.login(user, password)  # fail: clear
    late = smtplib.SMTP(host, 587)
    late.login(user, password)  # fail: late
    late.starttls(context=ssl.create_default_context())


def boxes(host, user, password):
    imaplib.IMAP4(host).login(user, password)  # fail: clear
    box = poplib.POP3(host)
    box.user(user)
    box.pass_(password)  # fail: clear


class Mailer:
    def __init__(self, server: smtplib.SMTP):
        self.server = server

    def log_in(self, server: smtplib.SMTP, user, password):
        server.login(user, password)  # open: unknown


def perhaps(host, secure, user, password):
    server = smtplib.SMTP(host)
    if secure:
        server.starttls(context=ssl.create_default_context())
    server.login(user, password)  # open: unknown


def encrypted(host, user, password):
    context = ssl.create_default_context()
    smtplib.SMTP_SSL(host, context=context).login(user, password)  # pass: the connection is encrypted from the start
    with imaplib.IMAP4_SSL(host, ssl_context=context) as box:
        box.login(user, password)  # pass: the connection is encrypted from the start
    server = smtplib.SMTP(host, 587)
    server.starttls(context=context)
    server.login(user, password)  # pass: the connection is upgraded to TLS before the password is sent


def anonymous(host):
    FTP(host).login()  # nothing: no password
    FTP(host).login("anonymous", "me@example.org")  # nothing: no secret
    FTP(host)  # nothing: no password


class Game:
    def login(self, user, password):
        pass


def unrelated(user, password):
    Game().login(user, password)  # nothing: another method
