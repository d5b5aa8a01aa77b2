# truth: hostile
# twin: class-across-files-safe

import flask

from models import Document
from printing import Printer


def view():
    document = Document("report", flask.request.form["body"])
    Printer("office").print(document)
