import asyncio
import os
import shlex
import shutil
import subprocess
import subprocess as sp
import sys
from subprocess import Popen, run

import flask

TOOLS = {"png": "optipng", "jpg": "jpegoptim"}


def chosen():
    tool = flask.request.args["tool"]
    subprocess.run([tool, "--version"])  # fail: hostile
    #               ^^^^
    sp.check_call(tool)  # fail: hostile
    Popen(args=(tool,))  # fail: hostile
    run(["ls"], executable=tool)  # fail: hostile
    run(shlex.split(flask.request.args["command"]))  # fail: hostile
    run(flask.request.args["command"].split())  # fail: hostile
    os.spawnl(os.P_WAIT, tool, "tool")  # fail: hostile
    run(["./configure"], cwd=flask.request.args["directory"])  # fail: directory
    os.posix_spawnp(tool, ["tool"], os.environ)  # fail: hostile
    os.execv(tool, ["tool"])  # fail: hostile


async def later():
    await asyncio.create_subprocess_exec(flask.request.args["tool"], "--version")  # fail: hostile


def handed_in(tool, command):
    run([tool, "--version"])  # open: unknown
    #    ^^^^
    run(command)  # open: unknown
    #   ^^^^^^^


class Runner:
    def __init__(self, tool):
        self.tool = tool

    def start(self):
        return Popen([self.tool])  # open: unknown


def fixed(path, arguments):
    run(["ls", "--", path])  # pass: the program is fixed, and no shell stands between
    run(("ls", "--", path))  # pass: the program is fixed, and no shell stands between
    run([sys.executable, "-m", "pip", *arguments])  # pass: the program is fixed, and no shell stands between
    run(["git"] + arguments)  # pass: the program is fixed, and no shell stands between
    run([shutil.which("git"), "status"])  # pass: the program is fixed, and no shell stands between
    run(shlex.split("git log -- " + path))  # pass: the program is fixed, and no shell stands between
    run("ls")  # pass: the program is fixed, and no shell stands between
    command = ["git", "log"]
    command.append(path)
    run(command)  # pass: the program is fixed, and no shell stands between
    os.execvp("git", ["git", "log"])  # pass: the program is fixed, and no shell stands between


def checked():
    tool = flask.request.args["tool"]
    if tool not in ("ls", "du"):
        raise ValueError(tool)
    run([tool, "/srv"])  # pass: the program is checked against a fixed set


def looked_up():
    run([TOOLS[flask.request.args["type"]], "picture"])  # pass: the program is fixed, and no shell stands between


def arguments():
    run(sys.argv[1:])  # nothing: a script that starts what its arguments name
    run([sys.argv[1], "--version"])  # nothing: a script that starts what its arguments name
    run([os.environ["EDITOR"], "notes.txt"])  # nothing: a script that starts what its user has set
    run(shlex.split(os.environ["EDITOR"]))  # nothing: a script that starts what its user has set


def in_shell():
    run(flask.request.args["command"], shell=True)  # nothing: the rule about shells speaks


class Theatre:
    def run(self, piece):
        pass


def unrelated():
    Theatre().run([flask.request.args["piece"]])  # nothing: another method


async def starred(arguments):
    await asyncio.create_subprocess_exec(*arguments)  # open: unknown
