# truth: hostile
# twin: generator-send-safe.py

import os

import flask


def runner():
    while True:
        command = yield
        if command is None:
            return
        os.system("nice " + command)  # sink


def view():
    wanted = flask.request.args["wanted"]
    job = runner()
    next(job)
    job.send(wanted)
    print("sent for", wanted)
