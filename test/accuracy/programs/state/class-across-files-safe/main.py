# truth: safe
# twin: class-across-files-hostile

import flask

from models import Document
from printing import Printer


def view():
    document = Document("report", flask.request.form["body"])
    Printer("office").print(document)
