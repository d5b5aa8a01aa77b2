# truth: safe
# twin: class-method-on-subclass-hostile.py
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
    Task.run(flask.request.args["folder"])
