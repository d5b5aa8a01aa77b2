# truth: safe
# twin: standard-input-hostile.py
# entry: (setattr(sys, "stdin", __import__("io").StringIO(flask.request.args.get("q", "none") + "\n")), main())

import subprocess
import sys


def main():
    for number, line in enumerate(sys.stdin):
        subprocess.getoutput(f"process {number}")  # sink
