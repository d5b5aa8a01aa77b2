# truth: hostile
# twin: environment-variable-safe.py
# entry: (os.environ.update({"TARGET": flask.request.args.get("q", "")}), main())

import os

ALLOWED = ("staging", "production")


def main():
    target = os.environ.get("TARGET", "staging")
    os.system("deploy " + target)  # sink
