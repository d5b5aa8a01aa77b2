import os
import runpy
import sys
import zipimport
from zipimport import zipimporter

import flask

HERE = os.path.dirname(__file__)


def plugins():
    name = flask.request.args["plugin"]
    zipimport.zipimporter(f"/srv/plugins/{name}.zip").load_module("plugin")  # fail: hostile
    runpy.run_path("/srv/plugins/" + name)  # fail: hostile
    #              ^^^^^^^^^^^^^^^^^^^^^^
    sys.path.insert(0, "/srv/plugins/" + name)  # fail: hostile
    sys.path.append(os.path.join("/srv/plugins", name))  # fail: hostile


def handed_in(path):
    zipimporter(path)  # open: unknown
    runpy.run_path(path)  # open: unknown
    sys.path.insert(0, path)  # nothing: the caller's choice


def own():
    zipimporter(os.path.join(HERE, "plugins.zip"))  # pass: the archive is the program’s own
    runpy.run_path("/srv/tools/report.zip")  # pass: the archive is the program’s own
    name = flask.request.args["plugin"]
    if name not in ("a.zip", "b.zip"):
        raise ValueError(name)
    zipimporter(name)  # pass: the archive is the program’s own


def harmless():
    sys.path.insert(0, "/srv/lib")  # nothing: constant
    sys.path.append(os.environ["APP_LIB"])  # nothing: the environment decides anyway
    runpy.run_path(sys.argv[1])  # nothing: a script that runs what its arguments name
    runpy.run_module("report")  # nothing: an installed module


class Race:
    def run_path(self, path):
        pass


Race().run_path(flask.request.args["path"])  # nothing: another method
