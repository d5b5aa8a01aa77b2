# truth: safe
# twin: recursion-accumulator-hostile.py

import subprocess

import flask


def countdown(number, text):
    if number == 0:
        return text
    return countdown(number - 1, str(number))


def view():
    subprocess.call("beep " + countdown(3, flask.request.args["text"]), shell=True)  # sink
