# truth: hostile
# twin: global-in-one-module-safe.py

import subprocess

import flask

last_query = "none"
last_count = 0


def remember(query):
    global last_query, last_count
    last_query = query
    last_count += 1


def view():
    remember(flask.request.args["q"])
    subprocess.run(f"search {last_query} {last_count}", shell=True)  # sink
