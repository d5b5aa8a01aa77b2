# truth: safe
# twin: deque-rotation-hostile.py
import os
from collections import deque

import flask


def view():
    waiting = deque(["one", "two"])
    waiting.appendleft(flask.request.args["zero"])
    taken = waiting.pop()
    os.system("serve " + taken)  # sink
