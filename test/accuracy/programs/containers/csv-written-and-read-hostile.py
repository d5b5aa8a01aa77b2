# truth: hostile
# twin: csv-written-and-read-safe.py

import csv
import io
import os

import flask


def view():
    buffer = io.StringIO()
    csv.writer(buffer).writerow(["weekly", flask.request.form["comment"]])
    buffer.seek(0)
    row = next(csv.reader(buffer))
    os.system("make-report " + row[1])  # sink
