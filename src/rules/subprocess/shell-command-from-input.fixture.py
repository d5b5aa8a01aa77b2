import asyncio
import os
import re
import shlex
import subprocess
import subprocess as sp
from os import popen as pipe
from os import system
from subprocess import PIPE, Popen, check_output, getoutput, run

import flask

COLUMNS = ("name", "size")


def by_shell():
    name = flask.request.args["name"]
    subprocess.run("ls " + name, shell=True)  # fail: hostile
    #                      ^^^^
    sp.call(f"ls -l {name}", shell=True)  # fail: hostile
    run("ls %s" % name, shell=1)  # fail: hostile
    check_output("ls {}".format(name), shell=True, stderr=PIPE)  # fail: hostile
    Popen(args=name, shell=True)  # fail: hostile
    #          ^^^^
    Popen(name, -1, None, None, None, None, None, True, True)  # fail: hostile
    run(["ls " + name, "x"], shell=True)  # fail: hostile
    options = {"shell": True}
    run(name, **options)  # fail: hostile
    return getoutput("file " + name)  # fail: hostile


def by_system(form=None):
    form = flask.request.form
    os.system("convert " + form["picture"])  # fail: hostile
    #                      ^^^^^^^^^^^^^^^
    system(f"convert '{form['picture']}'")  # fail: hostile
    pipe("convert " + form.get("picture", "")).read()  # fail: hostile


async def later():
    await asyncio.create_subprocess_shell(flask.request.args["command"])  # fail: hostile
    await asyncio.create_subprocess_exec("sh", "-c", flask.request.args["command"])  # fail: hostile


def inner_shell():
    name = flask.request.args["name"]
    run(["sh", "-c", "ls " + name])  # fail: hostile
    run(["/bin/bash", "-lc", f"ls {name}"])  # fail: hostile
    run(["docker", "exec", "web", "sh", "-c", name])  # fail: hostile
    run(["cmd", "/c", "dir " + name])  # fail: hostile
    run(["cmd.exe", "/c", "dir " + shlex.quote(name)])  # fail: not-posix
    os.execl("/bin/sh", "sh", "-c", name)  # fail: hostile


def quoting():
    name = flask.request.args["name"]
    os.system(f"ls '{shlex.quote(name)}'")  # fail: quoted-twice
    run("ls \"" + shlex.quote(name) + "\"", shell=True)  # fail: quoted-twice
    run(["powershell", "-Command", "dir " + shlex.quote(name)])  # fail: not-posix
    os.system(subprocess.list2cmdline(["ls", name]))  # fail: windows-quoting
    run(args=sp.list2cmdline(["dir", name]), shell=True)  # fail: windows-quoting
    command = subprocess.list2cmdline(["dir", "/b", name])
    pipe(f"{command} > listing.txt")  # fail: windows-quoting
    os.system("ls " + shlex.quote(name))  # pass: every value in the command is quoted for a POSIX shell
    run(f"ls {shlex.quote(name)} | wc -l", shell=True)  # pass: every value in the command is quoted for a POSIX shell
    run(["sh", "-c", "ls " + shlex.quote(name)])  # pass: every value in the command is quoted for a POSIX shell
    os.system(f"ls {shlex.quote(name)} {name}")  # fail: hostile


def variable():
    os.system(os.environ["EDITOR"] + " notes.txt")  # open: variable
    run(os.environ.get("PAGER", "less") + " notes.txt", shell=True)  # open: variable
    pipe(f"{os.getenv('BROWSER')} notes.html")  # open: variable


def chosen(name, shell):
    os.system("ls " + name)  # open: unknown
    #                 ^^^^
    run(f"ls {name}", shell=True)  # open: unknown
    os.system(f'ls "{shlex.quote(name)}"')  # open: quoted-twice
    run(flask.request.args["command"], shell=shell)  # open: perhaps-shell


def constant():
    os.system("ls -l | wc -l")  # pass: the whole command is constant
    run("ls -l", shell=True)  # pass: the whole command is constant
    run(["sh", "-c", "ls | wc -l"])  # pass: the whole command is constant
    flags = "-l"
    flags = flags + "a"
    run("ls " + flags, shell=True)  # pass: the whole command is constant


def checked():
    column = flask.request.args["column"]
    if column not in COLUMNS:
        raise ValueError(column)
    run(f"cut -f {column} table.txt", shell=True)  # pass: the whole command is constant
    count = int(flask.request.args["count"])
    run(f"head -n {count} table.txt", shell=True)  # pass: every value in the command is checked against a fixed set or pattern, or is a number
    name = flask.request.args["name"]
    if re.fullmatch(r"[a-z]+", name) is None:
        raise ValueError(name)
    os.system("ls " + name)  # pass: every value in the command is checked against a fixed set or pattern, or is a number


def joined(arguments):
    os.system(" ".join(shlex.quote(each) for each in arguments))  # pass: every value in the command is quoted for a POSIX shell


def no_shell():
    name = flask.request.args["name"]
    run(["ls", "--", name])  # nothing: no shell
    run(["grep", "-c", name])  # nothing: no shell
    run(["ls", "--", name], shell=False)  # nothing: no shell


class Console:
    def system(self, command):
        pass

    def run(self, command, shell):
        pass


def unrelated():
    Console().system(flask.request.args["command"])  # nothing: another method
    Console().run(flask.request.args["command"], shell=True)  # nothing: another method


def command_of(name):
    return "ls " + name


def through_a_function():
    os.system(command_of(flask.request.args["name"]))  # fail: hostile


def without_shell():
    subprocess.run("git status --short", shell=True, check=True)  # pass: the whole command is constant
    subprocess.check_output("uname -a", shell=True)  # pass: the whole command is constant
    code = subprocess.call("make clean", shell=True)  # pass: the whole command is constant
    subprocess.run("ls *.py", shell=True)  # pass: the whole command is constant
    subprocess.run("cd /srv", shell=True)  # pass: the whole command is constant
    subprocess.run("CFLAGS=-O2 make", shell=True)  # pass: the whole command is constant
    return code


def words():
    name = flask.request.args["name"]
    subprocess.run(f"rm -rf '{name}'", shell=True)  # fail: hostile
    subprocess.run("head -n " + name + " words.txt", shell=True)  # fail: hostile
    subprocess.run(f"cat {name}.txt", shell=True)  # fail: hostile
    subprocess.run("grep -i %s words.txt" % name, shell=True)  # fail: hostile


# file: search.cgi.py
import cgi
import os
import shlex
import subprocess
from commands import getoutput

FORM = cgi.FieldStorage()


def search():
    os.system("grep -r " + FORM.getvalue("words") + " .")  # fail: hostile
    subprocess.run("whois %s" % FORM["host"].value, shell=True)  # fail: hostile
    print(getoutput("finger " + FORM.getfirst("user")))  # fail: hostile
    for name in FORM.keys():
        os.popen("ls " + name)  # fail: hostile
    os.system("ls " + os.environ["PATH_INFO"])  # fail: hostile


def search_safely():
    os.system("grep -r " + shlex.quote(FORM.getfirst("words", "")) + " .")  # pass: every value in the command is quoted for a POSIX shell
    os.system(f"head -n {int(FORM.getfirst('count', '1'))} log")  # pass: every value in the command is checked against a fixed set or pattern, or is a number
    subprocess.run(["whois", "--", FORM.getfirst("host")])  # nothing: no shell
