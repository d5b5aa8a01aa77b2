# truth: safe
# twin: csv-written-and-read-hostile.py
# known: false-alarm -- the fields of what csv writes are not told apart when it is read

import csv
import io
import os

import flask


def view():
    buffer = io.StringIO()
    csv.writer(buffer).writerow(["weekly", flask.request.form["comment"]])
    buffer.seek(0)
    row = next(csv.reader(buffer))
    os.system("make-report " + row[0])  # sink
