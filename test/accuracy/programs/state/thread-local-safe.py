# truth: safe
# twin: thread-local-hostile.py

import os
import threading

import flask

local = threading.local()


def open_database():
    os.system("sqlite3 " + local.database)  # sink


def view():
    local.database = "app.db"
    local.comment = flask.request.args["database"]
    open_database()
