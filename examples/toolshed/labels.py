"""Prints labels and makes backups: programs that are started by the application."""

import os
import shlex
import subprocess
import sys
import tempfile
import uuid

from flask import request


def print_label():
    os.system("lpr -P labels " + request.form["file"])


def print_label_quoted():
    os.system("lpr -P labels -- " + shlex.quote(request.form["file"]))


def print_label_without_shell():
    subprocess.run(["/usr/bin/lpr", "-P", "labels", "--", request.form["file"]], check=True, timeout=10)


def run_hook(command):
    """What the command is, only the caller knows."""
    subprocess.run(command, shell=True, check=True, timeout=60)


def rebuild_search():
    subprocess.run([sys.executable, "-m", "toolshed.search"], check=True, timeout=600)


def count_loans():
    subprocess.run("sqlite3 toolshed.db .dump | wc -l", shell=True, check=True, timeout=60)


def label_socket():
    """A name that nobody else can take: only this process can enter the folder."""
    folder = tempfile.mkdtemp(prefix="labels-")
    return tempfile.mktemp(suffix=".sock", dir=folder)


def label_sheet(data):
    """Random, and refused when it exists."""
    with open(f"/tmp/labels-{uuid.uuid4()}.pdf", "xb") as stream:
        stream.write(data)


def share_label(folder, mode):
    handle, path = tempfile.mkstemp(suffix=".pdf", dir=folder)
    os.close(handle)
    os.chmod(path, mode)
    return path
