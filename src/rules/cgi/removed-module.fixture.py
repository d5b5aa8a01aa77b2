# file: new.py
# python: 3.9
import cgi
import cgitb
import sys
import urllib.parse
from cgi import FieldStorage as Form, parse_header


def answer(query, content_type):
    form = Form()  # fail: removed
    kind, options = parse_header(content_type)  # fail: removed
    #               ^^^^^^^^^^^^
    values = cgi.parse()  # fail: removed
    text = cgitb.text(sys.exc_info())  # fail: removed
    better = urllib.parse.parse_qs(query)  # nothing: the place of today
    return form, kind, options, values, text, better


def shadowed(cgi):
    return cgi.parse()  # nothing: a parameter of that name


# file: old.py
# python: 3.9-3.12
import cgi
import sys
from cgi import FieldStorage as Form
from cgitb import text as text_of


def answer():
    form = Form()  # pass: every Python that the project may run on has it
    values = cgi.parse()  # pass: every Python that the project may run on has it
    return form, values, text_of(sys.exc_info())  # pass: every Python that the project may run on has it
