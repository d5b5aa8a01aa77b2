import asyncio
import os
import subprocess
import subprocess as sp
import sys
import tempfile
from sys import executable

import flask


def lint():
    project = flask.request.args["project"]  # source[a]
    subprocess.run([sys.executable, "-m", "pylint", "."], cwd=project)  # fail[a]: hostile
    #                                                         ^^^^^^^
    sp.check_output(["python3", "-c", "import setup; print(setup.version)"], cwd=project)  # fail: hostile
    subprocess.Popen([executable, "-u", "-m", "pytest"], cwd=os.path.join("/srv", project))  # fail: hostile
    subprocess.run([sys.executable, "-I", "-m", "pylint", "."], cwd=project)  # pass: Python is started with -I: its directory is not searched for modules
    subprocess.run([sys.executable, "-IsSm", "pylint", "."], cwd=project)  # pass: Python is started with -I: its directory is not searched for modules
    subprocess.run([sys.executable, "-P", "-c", "import app"], cwd=project)  # pass: Python is started with -P: its directory is not searched for modules
    subprocess.run([sys.executable, "/opt/tool/lint.py"], cwd=project)  # nothing: the directory of the script comes first
    subprocess.run(["git", "-c", "core.x=1", "pull"], cwd=project)  # nothing: another program
    subprocess.run([sys.executable, "-m", "pylint"], cwd=project, env={"PYTHONSAFEPATH": "1"})  # fail: noEffect


async def lint_later():
    project = flask.request.form["project"]
    await asyncio.create_subprocess_exec(sys.executable, "-m", "pylint", cwd=project)  # fail: hostile


def wrapped(directory):
    return subprocess.run([sys.executable, "-m", "build"], cwd=directory)  # open: unknown


def shared():
    subprocess.run([sys.executable, "-m", "build"], cwd="/tmp")  # fail: shared
    subprocess.run([sys.executable, "-m", "build"], cwd="/srv/app")  # nothing: a directory of one's own
    subprocess.run([sys.executable, "-m", "build"])  # nothing: where the program is
    subprocess.run([sys.executable, "-m", "build"], cwd=os.path.dirname(__file__))  # nothing: the project's own


def fresh():
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([sys.executable, "-m", "venv", "env"], cwd=directory)  # pass: it runs in a directory that was made for it
# file: new.py
# python: 3.11
import subprocess
import sys

import flask


def lint():
    project = flask.request.args["project"]
    subprocess.run([sys.executable, "-m", "pylint"], cwd=project, env={"PYTHONSAFEPATH": "1"})  # pass: PYTHONSAFEPATH is set for it: its directory is not searched for modules
    subprocess.run([sys.executable, "-m", "pylint"], cwd=project, env={"PYTHONSAFEPATH": ""})  # fail: hostile
