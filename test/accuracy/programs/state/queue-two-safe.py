# truth: safe
# twin: queue-two-hostile.py

import os
import queue

import flask


def view():
    incoming, outgoing = queue.Queue(), queue.SimpleQueue()
    incoming.put(flask.request.form["text"])
    outgoing.put("ready")
    os.system("speak " + outgoing.get())  # sink
