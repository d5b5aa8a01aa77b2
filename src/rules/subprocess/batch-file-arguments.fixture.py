import os
import re
import subprocess
from subprocess import Popen, run

import flask


def build():
    target = flask.request.args["target"]
    subprocess.run(["build.bat", target])  # fail: hostile
    #                            ^^^^^^
    run(args=["C:\\tools\\deploy.CMD", "--to", target])  # fail: hostile
    Popen(("setup.cmd", f"/target:{target}"))  # fail: hostile
    os.spawnl(os.P_WAIT, "build.bat", "build.bat", target)  # fail: hostile


def handed_in(target, arguments):
    run(["build.bat", target])  # open: unknown
    run(["build.bat", *arguments])  # open: unknown


def checked():
    target = flask.request.args["target"]
    if target not in ("debug", "release"):
        raise ValueError(target)
    run(["build.bat", target])  # pass: every argument of the batch file is checked
    level = int(flask.request.args["level"])
    run(["build.bat", level])  # pass: every argument of the batch file is checked
    name = flask.request.args["name"]
    if not re.fullmatch(r"[\w.-]+", name):
        raise ValueError(name)
    Popen(["build.bat", name])  # pass: every argument of the batch file is checked


def constant():
    run(["build.bat", "release"])  # nothing: constant
    run(["build.exe", flask.request.args["target"]])  # nothing: not a batch file
    run(["notepad", "build.bat"])  # nothing: only an operand


class Cricket:
    def run(self, order):
        pass


def unrelated():
    Cricket().run(["home.bat", flask.request.args["player"]])  # nothing: another method
