# truth: safe
# twin: template-unused-field-hostile.py
import os
from string import Template

import flask


def view():
    values = {"file": flask.request.args["file"], "page": "3"}
    os.system(Template("pdftotext -f ${page} in.pdf").safe_substitute(values))  # sink
