# truth: safe
# twin: recursion-accumulator-hostile.py

import os

import flask


def countdown(number, text):
    if number == 0:
        return text
    return countdown(number - 1, str(number))


def view():
    os.system("beep " + countdown(3, flask.request.args["text"]))  # sink
