# truth: safe
# twin: input-hostile.py
# entry: (setattr(__import__("builtins"), "input", lambda prompt="": flask.request.args.get("q", "7")), main())

import os


def main():
    answer = input("Which folder? ")
    os.system("du -sh " + "folder%d" % len(answer))  # sink
