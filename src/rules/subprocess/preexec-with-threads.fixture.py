import os
import subprocess
import threading
from subprocess import Popen


def start():
    Popen(["ls"], preexec_fn=os.setsid)  # fail: threads
    #                        ^^^^^^^^^
    subprocess.run(["ls"], preexec_fn=lambda: os.nice(10))  # fail: threads
    subprocess.check_call(["ls"], preexec_fn=limit)  # fail: threads
    Popen(["ls"], -1, None, None, None, None, os.setpgrp)  # fail: threads


def limit():
    os.umask(0o077)


def options():
    Popen(["ls"], start_new_session=True)  # pass: the child is set up by options, not by a function
    subprocess.run(["ls"], umask=0o077)  # pass: the child is set up by options, not by a function
    subprocess.run(["ls"], user="nobody", group="nogroup", extra_groups=[])  # pass: the child is set up by options, not by a function


def plain():
    Popen(["ls"])  # nothing: no function
    Popen(["ls"], preexec_fn=None)  # nothing: no function


def handed_on(setup=None):
    Popen(["ls"], preexec_fn=setup)  # nothing: the caller's choice


class Choir:
    def __init__(self, preexec_fn):
        pass


Choir(preexec_fn=os.setsid)  # nothing: another class

# file: single.py
import os
import subprocess


def start():
    subprocess.Popen(["ls"], preexec_fn=os.setsid)  # open: unknown
