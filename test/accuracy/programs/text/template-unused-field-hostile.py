# truth: hostile
# twin: template-unused-field-safe.py
import os
from string import Template

import flask


def view():
    values = {"file": flask.request.args["file"], "page": "3"}
    os.system(Template("pdftotext -f ${file} in.pdf").safe_substitute(values))  # sink
