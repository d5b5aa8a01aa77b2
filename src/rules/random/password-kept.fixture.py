import getpass
import hashlib
import os
import random
import secrets
import sqlite3
import string
from pathlib import Path

import bcrypt
from cryptography.fernet import Fernet
from flask import request
from werkzeug.security import generate_password_hash as hash_of

db = sqlite3.connect("app.db")


def register():
    password = request.form["password"]
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (request.form["name"], password))  # fail: plain
    #                                                                                     ^^^^^^^^
    db.cursor().execute("UPDATE users SET password = ?", [request.form["password"].strip()])  # fail: plain
    db.execute("insert into users values (:password)", {"password": password})  # fail: plain
    with open("users.txt", "a") as users:  # fail: plain
        users.write(f"{request.form['name']}:{password}\n")
    Path("password.txt").write_text(password)  # fail: plain


def invite():
    password = secrets.token_urlsafe(16)
    db.execute("INSERT INTO users (password) VALUES (?)", (password,))  # fail: generated
    initial_password = "".join(random.choice(string.ascii_letters) for _ in range(12))
    with open("initial.txt", "w") as out:  # fail: generated
        out.write(initial_password)


def remember():
    password = getpass.getpass()
    Path("~/.app").write_text(password)  # fail: typed
    with open("settings", mode="w") as out:  # fail: typed
        out.write("password=%s\n" % password)


def register_well():
    password = request.form["password"]
    hashed = hash_of(password)
    db.execute("INSERT INTO users (password) VALUES (?)", (hashed,))  # pass: what is stored is a slow, salted hash of the password
    password = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    db.execute("UPDATE users SET password = ?", (password,))  # pass: what is stored is a slow, salted hash of the password
    salt = os.urandom(16)
    derived = hashlib.scrypt(request.form["password"].encode(), salt=salt, n=2**14, r=8, p=1)
    with open("users", "ab") as users:  # pass: what is stored is a slow, salted hash of the password
        users.write(salt + derived)


def encrypted(key):
    password = Fernet(key).encrypt(request.form["password"].encode())
    db.execute("UPDATE users SET password = ?", (password,))  # open: perhaps


def handed_in(password):
    db.execute("UPDATE users SET password = ?", (password,))  # open: perhaps


def other_ways(password):
    db.execute("SELECT id FROM users WHERE password = ?", (request.form["password"],))  # nothing: it is looked up
    db.execute("UPDATE users SET name = ?", (request.form["name"],))  # nothing: no password
    with open("users.txt") as users:  # nothing: it is read
        known = request.form["password"] in users.read()
    digest = hashlib.sha256(request.form["password"].encode()).hexdigest()
    db.execute("UPDATE users SET password = ?", (digest,))  # nothing: a hash, if a fast one
    return known
