# truth: safe
# twin: standard-input-hostile.py
# entry: (setattr(sys, "stdin", __import__("io").StringIO(flask.request.args.get("q", "none") + "\n")), main())

import os
import sys


def main():
    for number, line in enumerate(sys.stdin):
        os.system(f"process {number}")  # sink
