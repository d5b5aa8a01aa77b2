# truth: hostile
# twin: parsed-namespace-safe.py
# entry: main(["--level", "7", "--name", flask.request.args["name"]])

import argparse
import os
import sys

import flask


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--level", type=int, default=1)
    parser.add_argument("--name", default="x")
    options = parser.parse_args(argv or sys.argv[1:])
    chosen = vars(options)
    os.system("renice -n %s" % chosen["name"])  # sink
