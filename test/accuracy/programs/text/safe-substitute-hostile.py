# truth: hostile
# twin: safe-substitute-safe.py

import os
import string

import flask

LINE = string.Template("mail -s $subject root")


def view():
    fields = {"body": flask.request.form["body"]}
    os.system(LINE.safe_substitute(fields, subject=fields["body"]))  # sink
