# truth: hostile
# twin: argparse-safe.py
# entry: main(["--file", flask.request.args.get("q", ""), "--level", "3"])

import argparse
from os import system


def main(arguments=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--file", required=True)
    parser.add_argument("--level", type=int, default=6)
    options = parser.parse_args(arguments)
    system(f"zip -r out.zip {options.file}")  # sink
