import subprocess
import subprocess as sp
from subprocess import PIPE, call, check_output

import flask


def view():
    name = flask.request.args["file"]  # source[a]
    subprocess.run(["identify", "--", name])  # fail[a]: waits
    #                                 ^^^^
    sp.check_call(["tar", "-tf", f"/srv/{name}"])  # fail: waits
    return check_output(["pdftotext", "-", "-"], input=flask.request.get_data())  # fail: waits


def with_none():
    subprocess.run(args=["identify", flask.request.form["file"]], check=True, timeout=None)  # fail: waits


class Converter:
    def convert(self):
        return subprocess.check_output(["convert", flask.request.files["image"].filename, "out.png"])  # fail: waits


def handed_options(**options):
    subprocess.run(["identify", flask.request.args["file"]], **options)  # open: unknown


def never_read():
    subprocess.call(["make", "-j4"], stdout=subprocess.PIPE)  # fail: pipe
    call(["make"], stderr=PIPE)  # fail: pipe
    return sp.check_call(["make"], stdout=sp.PIPE, stderr=sp.STDOUT)  # fail: pipe


def limited():
    name = flask.request.args["file"]
    subprocess.run(["identify", "--", name], timeout=10)  # pass: the program is stopped after a time
    sp.check_call(["tar", "-tf", f"/srv/{name}"], timeout=flask.current_app.config["LIMIT"])  # pass: the program is stopped after a time
    return check_output(["pdftotext", "-", "-"], input=flask.request.get_data(), timeout=1.5)  # pass: the program is stopped after a time


def harmless(path):
    subprocess.run(["make"])  # nothing: nobody outside decides about it
    subprocess.run(["identify", path])  # nothing: nor here, as far as is known
    subprocess.run(["make"], stdout=subprocess.PIPE)  # nothing: run() reads it
    subprocess.call(["make"], stdout=subprocess.DEVNULL)  # nothing: no pipe
    size = flask.request.args["size"]
    if size not in ("small", "large"):
        flask.abort(400)
    subprocess.run(["render", size])  # nothing: one of two
