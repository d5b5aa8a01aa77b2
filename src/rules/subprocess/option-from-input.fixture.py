import asyncio
import os
import subprocess
import sys
from subprocess import check_output, run

import flask


def clone():
    url = flask.request.args["url"]
    subprocess.run(["git", "clone", url])  # fail: telling
    #                               ^^^
    run(("/usr/bin/git", "clone", url, "target"))  # fail: telling
    check_output(args=["tar", "xf", flask.request.form["archive"]])  # fail: telling
    run([sys.executable, flask.request.args["script"]])  # fail: telling
    run(["file", url])  # fail: option
    os.execlp("ssh", "ssh", url)  # fail: telling


def either(tool, url):
    if tool not in ("git", "hg"):
        raise ValueError(tool)
    run([tool, "clone", flask.request.args["url"]])  # fail: telling
    run([tool, "checkout", url])  # open: unknown
    run([tool, "clone", "--", url])  # pass: a "--" keeps operands from being read as options


def any_program(tool):
    run([tool, "clone", flask.request.args["url"]])  # nothing: which program it is is not known


async def later():
    await asyncio.create_subprocess_exec("curl", flask.request.args["url"])  # fail: telling


def handed_in(url, arguments):
    run(["git", "clone", url])  # open: unknown
    #                    ^^^
    run(["git", *arguments])  # nothing: which operands there are is not known
    run(["file", url])  # nothing: no option of file does harm


def separated():
    url = flask.request.args["url"]
    run(["git", "clone", "--", url])  # pass: a "--" keeps operands from being read as options
    #                          ^^^
    asyncio.create_subprocess_exec("grep", "-r", "--", url)  # pass: a "--" keeps operands from being read as options


def checked():
    url = flask.request.args["url"]
    run(["git", "clone", "https://" + url])  # pass: the operand is checked, or cannot begin with a dash
    run(["git", "log", f"--author={url}"])  # pass: the operand is checked, or cannot begin with a dash
    run(["git", "log", str(int(flask.request.args["count"]))])  # pass: the operand is checked, or cannot begin with a dash
    run(["tar", "xf", os.path.abspath(flask.request.args["archive"])])  # pass: the operand is checked, or cannot begin with a dash
    run(["tar", "xf", os.path.join(os.path.abspath(url), "a.tar")])  # pass: the operand is checked, or cannot begin with a dash
    if url.startswith("-"):
        raise ValueError(url)
    run(["git", "clone", url])  # pass: the operand is checked, or cannot begin with a dash


def prefixed():
    url = flask.request.args["url"]
    if not url.startswith(("https://", "ssh://")):
        raise ValueError(url)
    run(["git", "clone", url])  # pass: the operand is checked, or cannot begin with a dash


def options():
    run(["git", "-C", flask.request.args["directory"], "status"])  # nothing: the value of an option
    run(["git", "status"])  # nothing: constant
    run(["sh", "-c", flask.request.args["script"]])  # nothing: the rule about shells speaks
    run("git clone " + flask.request.args["url"], shell=True)  # nothing: the rule about shells speaks


class Theatre:
    def run(self, piece):
        pass


def unrelated():
    Theatre().run(["git", flask.request.args["piece"]])  # nothing: another method
