# truth: hostile
# twin: thread-local-safe.py

import os
import threading

import flask

local = threading.local()


def open_database():
    os.system("sqlite3 " + local.database)  # sink


def view():
    local.database = "app.db"
    local.database = flask.request.args["database"]
    open_database()
