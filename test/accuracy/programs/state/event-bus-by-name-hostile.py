# truth: hostile
# twin: event-bus-by-name-safe.py

import collections
import os

import flask

listeners = collections.defaultdict(list)


def on(event):
    def register(function):
        listeners[event].append(function)
        return function

    return register


def emit(event, value):
    for function in listeners[event]:
        function(value)


@on("saved")
def index(path):
    os.system("updatedb " + path)  # sink


def view():
    emit("saved", flask.request.form["path"])
    emit("removed", flask.request.form["path"])
