# truth: hostile
# twin: sqlite-row-safe.py
# known: missed -- second-order data is undecided: who stored it is not seen

import os
import sqlite3

import flask


def view():
    database = sqlite3.connect(":memory:")
    database.execute("create table jobs (id integer primary key, command text)")
    cursor = database.execute("insert into jobs (command) values (?)", (flask.request.form["command"],))
    identifier = cursor.lastrowid
    row = database.execute("select command from jobs where id = ?", (identifier,)).fetchone()
    os.system(f"batch {row[0]}")  # sink
