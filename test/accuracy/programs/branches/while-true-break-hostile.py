# truth: hostile
# twin: while-true-break-safe.py
import os

from flask import request


def view():
    queue = ["status", "reload"]
    last = request.args["action"]
    while True:
        action = queue.pop(0) if queue else last
        if action is last:
            break
    os.system("service web " + action)  # sink
