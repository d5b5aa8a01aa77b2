"""The pages of the tool library."""

import base64
import json
import pickle
import subprocess

from flask import Flask, abort, redirect, render_template, request

from toolshed import accounts, tokens

app = Flask(__name__)

REPORTS = {"loans": "loans.sql", "members": "members.sql"}


@app.get("/basket")
def basket():
    """The basket travels in a cookie that the visitor can write."""
    cookie = request.cookies["basket"]
    items = pickle.loads(base64.b64decode(cookie))
    return render_template("basket.html", items=items)


@app.get("/wishlist")
def wishlist():
    """The same, as it should be: a strict decoder and a format that only holds data."""
    cookie = request.cookies["wishlist"]
    items = json.loads(base64.b64decode(cookie, validate=True))
    return render_template("basket.html", items=items)


@app.post("/drafts/copy")
def copy_draft():
    """A deep copy through pickle: the bytes never leave this function."""
    draft = dict(request.form)
    return render_template("draft.html", draft=pickle.loads(pickle.dumps(draft)))


@app.get("/search")
def search():
    """Searches the manuals; the words go through a shell."""
    words = request.args["q"]
    found = subprocess.run(f"grep -ril {words} manuals", shell=True, capture_output=True, text=True, timeout=5)
    return render_template("results.html", files=found.stdout.splitlines())


@app.get("/search/titles")
def search_titles():
    """The same without a shell, and with `--` before what the visitor wrote."""
    words = request.args["q"]
    found = subprocess.run(
        ["/usr/bin/grep", "-ril", "--", words, "manuals"],
        capture_output=True,
        text=True,
        timeout=5,
    )
    return render_template("results.html", files=found.stdout.splitlines())


@app.get("/report/<name>")
def report(name):
    """Only reports from a fixed list are run."""
    if name not in REPORTS:
        abort(404)
    text = subprocess.run(["/usr/bin/sqlite3", "toolshed.db", f".read {REPORTS[name]}"], capture_output=True, timeout=30)
    return text.stdout


@app.post("/login")
def login():
    member = accounts.find(request.form["email"])
    if member is None or not accounts.check_password(member, request.form["password"]):
        abort(403)
    response = redirect("/")
    response.set_cookie("session", tokens.new_session(), secure=True, httponly=True)
    return response
