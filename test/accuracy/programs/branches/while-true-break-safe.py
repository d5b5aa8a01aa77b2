# truth: safe
# twin: while-true-break-hostile.py
import os

from flask import request


def view():
    queue = ["status", "reload"]
    last = request.args["action"]
    while True:
        action = queue.pop(0)
        if not queue:
            break
    os.system("service web " + action)  # sink
