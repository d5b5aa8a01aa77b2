# truth: safe
# twin: from-dict-constructor-hostile.py

import os

import flask


class Task:
    def __init__(self, name, owner="root"):
        self.name = name
        self.owner = owner

    @classmethod
    def from_dict(cls, data):
        return cls(**{key: value for key, value in data.items() if key in ("name", "owner")})


def view():
    task = Task.from_dict({"name": "backup", "comment": flask.request.args["given"]})
    os.system("chown " + task.owner + " /srv/task")  # sink
