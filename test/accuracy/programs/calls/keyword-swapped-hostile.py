# truth: hostile
# twin: keyword-swapped-safe.py

import os

import flask


def notify(user, message):
    print("notify", user)
    os.system(f"wall {message}")  # sink


def view():
    text = flask.request.form["text"]
    notify(message=text, user="admin")
