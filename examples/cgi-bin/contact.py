#!/usr/bin/env python3
"""The contact form from before there was a web application."""

import cgi
import cgitb
import html
import os
import re
import subprocess

cgitb.enable()

form = cgi.FieldStorage()


def show_errors(display):
    """Whether visitors see tracebacks is decided by the caller."""
    cgitb.enable(display=display, logdir="/var/log/toolshed")


def log_errors():
    cgitb.enable(display=0, logdir="/var/log/toolshed")


def thank():
    print("Content-Type: text/html\n")
    print("<h1>Thank you, " + form.getfirst("name", "") + "</h1>")


def thank_escaped():
    print("Content-Type: text/html\n")
    print("<h1>Thank you, " + html.escape(form.getfirst("name", "")) + "</h1>")


def finger():
    """A name from the form, in a shell."""
    os.system("finger " + form.getfirst("member", ""))


def finger_checked():
    member = form.getfirst("member", "")
    if re.fullmatch(r"[A-Za-z0-9_.]+", member):
        subprocess.run(["/usr/bin/finger", "--", member], check=False, timeout=5)


def page():
    cgi.print_environ()
    return cgi.escape(form.getfirst("page", "1"))


thank()
