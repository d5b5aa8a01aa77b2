# truth: hostile
# twin: argparse-choices-safe.py
# entry: main(["--sort=" + flask.request.args.get("q", "")])
# payloads: ["size"]

import argparse
import os


def main(arguments=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--sort", metavar="KEY", default="size")
    options = parser.parse_args(arguments)
    os.system("ls --sort=" + options.sort)  # sink
