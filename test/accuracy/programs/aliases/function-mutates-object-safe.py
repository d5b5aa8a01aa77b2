# truth: safe
# twin: function-mutates-object-hostile.py

import os

import flask


class Ticket:
    def __init__(self):
        self.owner = "nobody"


def assign(ticket, owner):
    ticket = Ticket()
    ticket.owner = owner
    return owner


def view():
    ticket = Ticket()
    assign(ticket, flask.request.form["owner"])
    os.system("mail " + ticket.owner)  # sink
