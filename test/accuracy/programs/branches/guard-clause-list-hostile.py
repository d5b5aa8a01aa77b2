# truth: hostile
# twin: guard-clause-list-safe.py

import os

import flask


def problems_of(form):
    problems = []
    if not form["name"].isalnum():
        problems.append("name")
    return problems


def view():
    form = {"name": flask.request.form["name"]}
    problems = problems_of(form)
    if len(problems) > 3:
        return problems, 400
    os.system("adduser " + form["name"])  # sink
