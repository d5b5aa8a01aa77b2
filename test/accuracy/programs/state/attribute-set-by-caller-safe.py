# truth: safe
# twin: attribute-set-by-caller-hostile.py

import os

import flask


class Report:
    path = "/tmp/report"

    def write(self):
        os.system("touch " + self.path)  # sink


def configure(report, path):
    report.path = path
    return report


def view():
    report = Report()
    configure(Report(), flask.request.form["path"])
    report.write()
