# truth: hostile
# twin: environment-variable-safe.py
# known: missed -- a variable is the user's own to set, as far as the code shows
# entry: (os.environ.update({"TARGET": flask.request.args.get("q", "")}), main())

import os

ALLOWED = ("staging", "production")


def main():
    target = os.environ.get("TARGET", "staging")
    os.system("deploy " + target)  # sink
