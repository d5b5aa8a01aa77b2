# truth: hostile
# twin: deque-rotation-safe.py
import os
from collections import deque

import flask


def view():
    waiting = deque(["one", "two"])
    waiting.appendleft(flask.request.args["zero"])
    taken = waiting.popleft()
    os.system("serve " + taken)  # sink
