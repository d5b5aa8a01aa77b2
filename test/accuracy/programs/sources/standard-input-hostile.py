# truth: hostile
# twin: standard-input-safe.py
# entry: (setattr(sys, "stdin", __import__("io").StringIO(flask.request.args.get("q", "none") + "\n")), main())

import os
import sys


def main():
    for number, line in enumerate(sys.stdin):
        os.system(f"process {line.strip()}")  # sink
