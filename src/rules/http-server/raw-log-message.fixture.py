# file: any.py
# python: 3.9
import logging
import sys
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler

from application import report

log = logging.getLogger(__name__)


class Printed(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        print(format % args)  # fail: raw
        #^^^^^^^^^^^^^^^^^^^


class Written(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        sys.stderr.write("%s - %s\n" % (self.client_address[0], format % args))  # fail: raw


class Logged(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        log.info(format, *args)  # fail: raw


class Reported(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        report(format % args)  # open: unknown


class Silent(BaseHTTPRequestHandler):
    def log_message(self, format, *args):  # pass: nothing is written
        pass


class Cleaned(BaseHTTPRequestHandler):
    def log_message(self, format, *args):  # pass: control characters are replaced
        print(repr(format % args))


class Handed(BaseHTTPRequestHandler):
    def log_message(self, format, *args):  # pass: control characters are replaced
        super().log_message("request: " + format, *args)


class Translated(BaseHTTPRequestHandler):
    def log_message(self, format, *args):  # pass: control characters are replaced
        print((format % args).translate(self._control_char_table))


class Other:
    def log_message(self, format, *args):
        print(format % args)  # nothing: not a handler


class Plain(BaseHTTPRequestHandler):  # nothing: keeps the method of the base
    timeout = 10


# file: old.py
# python: =3.11.0
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler


class Inherited(BaseHTTPRequestHandler):  # fail: old
    timeout = 10


class HandedOn(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        super().log_message(format, *args)  # fail: old


class Replaced(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):  # pass: control characters are replaced
        super().log_message("%s", repr(format % args))


# file: mended.py
# python: =3.11.1
from http.server import BaseHTTPRequestHandler


class Inherited(BaseHTTPRequestHandler):  # pass: the base class replaces control characters
    timeout = 10


# file: perhaps.py
# python: 3.10.8
from http.server import BaseHTTPRequestHandler


class Inherited(BaseHTTPRequestHandler):  # open: perhaps-old
    timeout = 10
