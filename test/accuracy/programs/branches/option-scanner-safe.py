# truth: safe
# twin: option-scanner-hostile.py

import os

from flask import request


def scan(words):
    out, verbose = "backup.tar", "no"
    at = 0
    while at < len(words):
        if words[at] == "--out":
            at += 1
            out = words[at]
        elif words[at] == "-v":
            verbose = "yes"
        at += 1
    return out, verbose


def view():
    out, verbose = scan(["-v", "--out", request.args["out"]])
    os.system("env VERBOSE=" + verbose + " backup")  # sink
