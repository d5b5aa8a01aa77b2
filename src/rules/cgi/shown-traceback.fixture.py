#!/usr/bin/env python3
import cgi
import cgitb
import sys
import traceback
from cgitb import enable as show_errors, Hook

cgitb.enable()  # fail: enabled
#^^^^^^^^^^^^^
show_errors(1, "/var/log/app")  # fail: enabled
#           ^
cgitb.enable(display=True)  # fail: enabled
#                    ^^^^
sys.stderr = sys.stdout  # fail: redirected
#            ^^^^^^^^^^

SHOW = 0
cgitb.enable(display=SHOW, logdir="/var/log/app")  # pass: tracebacks are not shown to the client
show_errors(False, "/var/log/app")  # pass: tracebacks are not shown to the client
sys.excepthook = Hook(display=0, logdir="/var/log/app")  # pass: tracebacks are not shown to the client
sys.excepthook = Hook()  # fail: enabled


def main(debug, options):
    cgitb.enable(display=debug)  # open: option
    cgitb.enable(**options)  # open: option
    form = cgi.FieldStorage()
    try:
        answer(form)
    except Exception:
        traceback.print_exc(file=sys.stdout)  # fail: printed
        #                        ^^^^^^^^^^
        traceback.print_exc()  # nothing: goes to standard error
        traceback.print_exc(file=open("/var/log/app/errors", "a"))  # nothing: goes to a file
        cgitb.handler()  # fail: enabled


def answer(form):
    sys.stdout = sys.stderr  # nothing: the other way round
    print(cgitb.html(sys.exc_info()))  # missed: printed, the text of a traceback is not followed


def shadowed(cgitb):
    cgitb.enable()  # nothing: a parameter of that name


class Feature:
    def enable(self, display=1):
        self.display = display

    def start(self):
        self.enable()  # nothing: a method of that name
# file: tools/plain.py
import sys
import traceback


def run(job):
    sys.stderr = sys.stdout  # nothing: not a CGI program
    try:
        job()
    except Exception:
        traceback.print_exc(file=sys.stdout)  # nothing: not a CGI program
