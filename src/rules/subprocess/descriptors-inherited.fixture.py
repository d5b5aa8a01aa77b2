import os
import subprocess
from subprocess import Popen, run


def inheriting(descriptor):
    os.set_inheritable(descriptor, True)
    Popen(["ls"], close_fds=False)  # fail: inherited
    #                       ^^^^^
    subprocess.run(["ls"], close_fds=0)  # fail: inherited
    Popen(["ls"], -1, None, None, None, None, None, False)  # fail: inherited
    options = {"close_fds": False}
    run(["ls"], **options)  # fail: inherited


def perhaps():
    Popen(["ls"], close_fds=False)  # open: perhaps


def by_platform(posix):
    close = True
    if not posix:
        close = False
    run(["ls"], close_fds=close)  # open: unknown


def closed():
    run(["ls"], close_fds=True)  # pass: the child inherits only the standard streams
    Popen(["ls"], close_fds=True)  # pass: the child inherits only the standard streams
    Popen(["ls"], -1, None, None, None, None, None, True)  # pass: the child inherits only the standard streams


def other(close):
    run(["ls"])  # nothing: closed by default
    run(["ls"], pass_fds=[3])  # nothing: names what it needs
    run(["ls"], close_fds=close)  # nothing: the caller chooses


class Door:
    def __init__(self, close_fds):
        pass


Door(close_fds=False)  # nothing: another class
