# truth: safe
# twin: positional-only-and-keywords-hostile.py

import os

import flask


def line(program, /, *words, sep=" ", **options):
    flags = sep.join(f"--{key}={value}" for key, value in options.items())
    return sep.join([program, *words, flags])


def view():
    given = flask.request.args["given"]
    os.system(line("convert", "in.png", quality=len(given), strip="yes"))  # sink
