# truth: safe
# twin: context-variable-hostile.py

import contextvars
import os

import flask

user = contextvars.ContextVar("user", default="nobody")
agent = contextvars.ContextVar("agent", default="none")


def audit(action):
    os.system(f"logger {action} by {user.get()}")  # sink


def view():
    agent.set(flask.request.headers["X-User"])
    audit("delete")
