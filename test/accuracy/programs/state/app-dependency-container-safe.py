# truth: safe
# twin: app-dependency-container-hostile.py
# known: undecided -- what a container makes from a registered factory is not known

import os

import flask


class Container:
    def __init__(self):
        self._makers = {}
        self._made = {}

    def register(self, name, maker):
        self._makers[name] = maker

    def get(self, name):
        if name not in self._made:
            self._made[name] = self._makers[name](self)
        return self._made[name]


class Mailer:
    def __init__(self, sender):
        self.sender = sender

    def send(self):
        os.system("sendmail -f " + self.sender)  # sink


def view():
    container = Container()
    container.register("asked", lambda c: flask.request.form["sender"])
    container.register("sender", lambda c: "robot@example.org")
    container.register("mailer", lambda c: Mailer(c.get("sender")))
    container.get("mailer").send()
    return container.get("asked")
