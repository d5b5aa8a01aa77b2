# truth: safe
# twin: attribute-of-function-hostile.py

import os

import flask


def banner(text):
    banner.last = text
    return "<h1>" + text.upper() + "</h1>"


banner.last = ""


def view():
    banner("Welcome")
    os.system("wall " + banner.last)  # sink
