# truth: hostile
# twin: starmap-of-pairs-safe.py

import itertools
import os

import flask


def line(program, word):
    return program + " " + word


def view():
    pairs = [("ls", "/srv"), ("du", flask.request.args["place"])]
    for each in itertools.starmap(line, pairs):
        os.system(each)  # sink
