# truth: hostile
# twin: recursion-accumulator-safe.py

import subprocess

import flask


def countdown(number, text):
    if number == 0:
        return text
    return countdown(number - 1, text + ".")


def view():
    subprocess.call("beep " + countdown(3, flask.request.args["text"]), shell=True)  # sink
