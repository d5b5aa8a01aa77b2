import os
import subprocess
from subprocess import Popen, run

import flask


def start():
    path = flask.request.args["path"]
    subprocess.run(["worker"], env={"PYTHONPATH": path})  # fail: variable
    #                                             ^^^^
    Popen(["worker"], env={"LANG": "C", "LD_PRELOAD": f"/srv/{path}.so"})  # fail: variable
    run(["git", "pull"], env=dict(GIT_SSH_COMMAND=path))  # fail: variable
    run(["worker"], env={**os.environ, "PATH": path})  # fail: variable
    run(["worker"], env=flask.request.json)  # fail: all
    os.environ["PYTHONPATH"] = path  # fail: variable


def constant():
    run(["worker"], env={"LANG": "C"})  # pass: every variable of the child’s environment is constant
    run(["worker"], env={"PATH": "/usr/bin:/bin"})  # pass: every variable of the child’s environment is constant
    Popen(["worker"], env={})  # pass: every variable of the child’s environment is constant


def ordinary(environment):
    run(["worker"], env={"NAME": flask.request.args["name"]})  # nothing: a variable of its own
    run(["worker"], env=os.environ)  # nothing: what this process has
    run(["worker"], env={"PATH": os.environ["PATH"]})  # nothing: what this process has
    run(["worker"], env=environment)  # nothing: the caller's choice
    run(["worker"])  # nothing: what this process has
    os.environ["LANG"] = flask.request.args["language"]  # nothing: an ordinary variable


class Park:
    def run(self, dogs, env):
        pass


def unrelated():
    Park().run([], env={"PATH": flask.request.args["path"]})  # nothing: another method
    settings = {}
    settings["PATH"] = flask.request.args["path"]  # nothing: no environment
