import logging.handlers
import ssl
from logging.handlers import HTTPHandler, SMTPHandler as Mail

MAIL = ("mail.example", 587)


def in_the_clear(user, password):
    first = HTTPHandler("logs.example", "/log", credentials=(user, password))  # fail: clear
    #                                                       ^^^^^^^^^^^^^^^^
    second = logging.handlers.HTTPHandler("logs.example", "/log", "POST", False, (user, password))  # fail: clear
    third = Mail("mail.example", "a@x.example", ["b@x.example"], "log", credentials=(user, password))  # fail: clear
    fourth = Mail(MAIL, "a@x.example", ["b@x.example"], "log", (user, password), None)  # fail: clear
    return first, second, third, fourth


def encrypted(user, password):
    context = ssl.create_default_context()
    first = HTTPHandler("logs.example", "/log", secure=True, credentials=(user, password), context=context)  # pass: the connection is encrypted before the password is sent
    second = Mail(MAIL, "a@x.example", ["b@x.example"], "log", (user, password), secure=())  # pass: the connection is encrypted before the password is sent
    third = Mail("localhost", "a@x.example", ["b@x.example"], "log", (user, password))  # pass: the server runs on this machine
    fourth = HTTPHandler("127.0.0.1:8080", "/log", credentials=(user, password))  # pass: the server runs on this machine
    return first, second, third, fourth


def configured(user, password, secure, options):
    first = HTTPHandler("logs.example", "/log", secure=secure, credentials=(user, password))  # open: unknown
    second = Mail(MAIL, "a@x.example", ["b@x.example"], "log", (user, password), **options)  # open: unknown
    return first, second


def without_login():
    HTTPHandler("logs.example", "/log")  # nothing: no credentials
    Mail("mail.example", "a@x.example", ["b@x.example"], "log", credentials=None)  # nothing: no credentials


class HTTPClient:
    def HTTPHandler(self, host, url, credentials):
        return host

    def start(self, user, password):
        self.HTTPHandler("logs.example", "/log", credentials=(user, password))  # nothing: a method of that name
