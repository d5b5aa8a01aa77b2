#!/usr/bin/env python3
import cgi
import html
import os
import sys
import urllib.request
from html import escape as quoted
from urllib.parse import quote

form = cgi.FieldStorage()
name = form.getfirst("name", "")

print("Content-Type: text/html\n")
print("<p>Hello " + name + "</p>")  # fail: raw
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
print(form["comment"].value)  # fail: raw
#     ^^^^^^^^^^^^^^^^^^^^^
print(f"<b>{form.getvalue('title')}</b>")  # fail: raw
print("<i>%s</i> and <b>%s</b>" % (html.escape(name), form.getfirst("other")))  # fail: raw
print("<td>{}</td>".format(name), file=sys.stdout)  # fail: raw
print(os.environ.get("QUERY_STRING", ""))  # fail: raw
print("Location: " + form.getfirst("next"))  # fail: header

print("<p>Hello " + html.escape(name) + "</p>")  # pass: everything from outside is escaped
print(quoted(form["comment"].value))  # pass: everything from outside is escaped
print(f"<b>{html.escape(name)}</b>", end="")  # pass: everything from outside is escaped
print("<p>Hello</p>")  # nothing: a constant
print(len(name))  # nothing: a number
print(name, file=sys.stderr)  # nothing: goes to the log

answer = urllib.request.urlopen("https://www.example.org/")
print(answer.read())  # nothing: a download

cgi.escape(name)  # fail: quotes
cgi.escape(name, False)  # fail: quotes
cgi.escape(name, quote=True)  # pass: quotes are escaped too
cgi.escape(name, True)  # pass: quotes are escaped too


def field(label, strict):
    print("<label>" + label + "</label>")  # nothing: where the label comes from is not known
    return cgi.escape(label, quote=strict)  # open: option


def shadowed(print):
    print(form.getfirst("name"))  # nothing: a parameter of that name
# file: tools/report.py
from flask import request


def show():
    print(request.args["name"])  # nothing: not a CGI program
