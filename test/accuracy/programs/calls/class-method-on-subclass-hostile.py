# truth: hostile
# twin: class-method-on-subclass-safe.py
# payloads: ["report"]

import subprocess

import flask


class Task:
    program = "true"

    @classmethod
    def run(cls, argument):
        subprocess.call(cls.program + " " + cls.clean(argument), shell=True)  # sink

    @classmethod
    def clean(cls, argument):
        return str(len(argument))


class Listing(Task):
    program = "ls"

    @classmethod
    def clean(cls, argument):
        return argument


def view():
    Listing.run(flask.request.args["folder"])
