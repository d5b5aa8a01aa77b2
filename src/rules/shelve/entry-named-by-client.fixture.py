import shelve
from http.server import BaseHTTPRequestHandler
from shelve import open as open_shelf

import flask
from flask import request, session

SECTIONS = ("news", "sports")


def profile():
    with shelve.open("profiles") as profiles:  # fail: owner
        return profiles[request.args["user"]]


def address():
    user_id = request.form["id"]
    accounts = open_shelf("accounts", "r")  # fail: owner
    return accounts.get(user_id)


def forget():
    owner = flask.request.values["owner"]
    with shelve.open("notes") as notes:  # fail: owner
        notes.pop(f"note-{owner}")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        account = self.headers["X-Account"]
        with shelve.open("accounts") as accounts:  # fail: owner
            self.wfile.write(accounts[account])


def page():
    with shelve.open("pages", "r") as pages:  # open: unknown
        return pages[request.args["page"]]


def login():
    with shelve.open("users", "r") as users:  # open: unknown
        return users[request.form["user"]] == request.form["password"]


def own_profile():
    user = request.args["user"]
    if user != session["user"]:
        flask.abort(403)
    with shelve.open("profiles") as profiles:  # pass: the key is compared with whom the entry belongs to
        return profiles[user]


def own_note():
    with shelve.open("notes") as notes:  # pass: the key begins with what the program knows of the user
        return notes[f"{current_user()}:{request.args['note']}"]


def section():
    name = request.args["section"]
    if name not in SECTIONS:
        flask.abort(404)
    with shelve.open("sections") as sections:  # pass: the key is one of a fixed set
        return sections[name]


def current_user():
    return session["user"]


def constant(key):
    with shelve.open("pages") as pages:  # nothing: no client chooses
        return pages["start"], pages[key]
