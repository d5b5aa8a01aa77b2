# truth: hostile
# twin: thread-local-safe.py

import subprocess
import threading

import flask

local = threading.local()


def open_database():
    subprocess.run("sqlite3 " + local.database, shell=True)  # sink


def view():
    local.database = "app.db"
    local.database = flask.request.args["database"]
    open_database()
