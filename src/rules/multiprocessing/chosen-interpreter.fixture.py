import multiprocessing
import os
import sys
from multiprocessing import get_context, set_executable

from flask import request

PYTHON = "/usr/bin/python3"


def hostile():
    multiprocessing.set_executable(request.args["python"])  # fail: hostile
    #                              ^^^^^^^^^^^^^^^^^^^^^^
    set_executable(os.environ["PYTHON"])  # fail: hostile
    get_context("spawn").set_executable(request.form["python"])  # fail: hostile
    set_executable("python3")  # fail: relative


def fixed():
    multiprocessing.set_executable(sys.executable)  # pass: the running interpreter is used
    set_executable(PYTHON)  # pass: the path is fixed by the program
    set_executable(os.path.join(sys.exec_prefix, "bin", "python"))  # pass: the path is fixed by the program


def given(path):
    set_executable(path)  # open: unknown
    multiprocessing.spawn.set_executable(sys.executable)  # pass: the running interpreter is used


class Runner:
    def set_executable(self, path):
        self.path = path

    def start(self):
        self.set_executable(request.args["python"])  # nothing: a method of that name


def shadowed(set_executable):
    set_executable(request.args["python"])  # nothing: a parameter of that name
