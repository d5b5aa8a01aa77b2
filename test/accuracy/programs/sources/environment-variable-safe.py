# truth: safe
# twin: environment-variable-hostile.py
# entry: (os.environ.update({"TARGET": flask.request.args.get("q", "")}), main())

import os

ALLOWED = ("staging", "production")


def main():
    target = os.environ.get("TARGET", "staging")
    os.system("deploy " + (target if target in ALLOWED else "staging"))  # sink
