# truth: safe
# twin: starmap-of-pairs-hostile.py

import itertools
import os

import flask


def line(program, word):
    return program + " " + word


def view():
    pairs = [("ls", "/srv"), ("du", "/home")]
    for each in itertools.starmap(line, pairs):
        os.system(each)  # sink
