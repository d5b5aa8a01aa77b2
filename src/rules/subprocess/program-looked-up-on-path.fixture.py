import os
import subprocess
import sys
from subprocess import run


def mount():
    os.setuid(0)
    subprocess.run(["mount", "-a"])  # fail: path
    #               ^^^^^^^
    run("sync")  # fail: path
    run(["/bin/mount", "-a"])  # pass: the program is named by an absolute path
    run(["C:\\Windows\\System32\\net.exe", "use"])  # pass: the program is named by an absolute path


def drop(user):
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    os.execvp("worker", ["worker"])  # fail: path


def drop_to_path(user):
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    os.execv("/usr/bin/worker", ["worker"])  # pass: the program is named by an absolute path
    os.execv("worker", ["worker"])  # nothing: not searched
    run([sys.executable, "-m", "worker"])  # nothing: this interpreter


def ordinary():
    run(["mount", "-a"])  # nothing: PATH is the user's own
    run(["git", "status"], cwd="/srv")  # nothing: PATH is the user's own


class Track:
    def run(self, laps):
        pass


def unrelated():
    os.setuid(0)
    Track().run(["mile"])  # nothing: another method
