# truth: safe
# twin: generator-send-hostile.py

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
    job.send("make")
    print("sent for", wanted)
