# truth: hostile
# twin: queue-two-safe.py

import os
import queue

import flask


def view():
    incoming, outgoing = queue.Queue(), queue.SimpleQueue()
    incoming.put(flask.request.form["text"])
    outgoing.put("ready")
    os.system("speak " + incoming.get())  # sink
