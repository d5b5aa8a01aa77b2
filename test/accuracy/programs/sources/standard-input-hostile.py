# truth: hostile
# twin: standard-input-safe.py
# entry: (setattr(sys, "stdin", __import__("io").StringIO(flask.request.args.get("q", "none") + "\n")), main())

import subprocess
import sys


def main():
    for number, line in enumerate(sys.stdin):
        subprocess.getoutput(f"process {line.strip()}")  # sink
