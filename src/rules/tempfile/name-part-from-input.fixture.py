import os
import re
import tempfile
from tempfile import NamedTemporaryFile, mkdtemp

import flask


def chosen():
    tempfile.mkstemp(suffix=flask.request.args["type"])  # fail: hostile
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^
    tempfile.mkstemp("." + flask.request.args["type"])  # fail: hostile
    mkdtemp(prefix=f"upload-{flask.request.args['user']}-")  # fail: hostile
    NamedTemporaryFile("w", -1, None, None, flask.request.args["type"])  # fail: hostile
    tempfile.TemporaryDirectory(dir=flask.request.args["directory"])  # fail: hostile


def checked():
    kind = flask.request.args["type"]
    if kind not in (".png", ".jpg"):
        raise ValueError(kind)
    tempfile.mkstemp(suffix=kind)  # pass: the part can hold no separator
    name = flask.request.args["name"]
    if not re.fullmatch(r"\w+", name):
        raise ValueError(name)
    mkdtemp(prefix=name)  # pass: the part can hold no separator
    tempfile.mkstemp(suffix=os.path.basename(flask.request.args["file"]))  # pass: the part can hold no separator


def fixed(suffix):
    tempfile.mkstemp(suffix=".txt")  # nothing: constant
    tempfile.mkstemp(suffix=suffix)  # nothing: the caller's choice
    mkdtemp(dir=os.environ["APP_TMP"])  # nothing: the user's choice
    NamedTemporaryFile("w")  # nothing: the default


class Post:
    def mkstemp(self, suffix):
        pass


Post().mkstemp(suffix=flask.request.args["type"])  # nothing: another method
