import os
import shlex
import subprocess
import tempfile
from subprocess import run
from tempfile import NamedTemporaryFile, mkdtemp


def sort_names():
    fd, name = tempfile.mkstemp()
    os.system("sort -o " + name + " names.txt")  # fail: unquoted
    #                      ^^^^
    os.close(fd)


def count_words(text):
    with NamedTemporaryFile("w") as file:
        file.write(text)
        file.flush()
        os.popen(f"wc -w {file.name}")  # fail: unquoted
        run("wc -l %s" % file.name, shell=True)  # fail: unquoted
        subprocess.check_output(["sh", "-c", "cat " + file.name])  # fail: unquoted


def unpack():
    folder = mkdtemp()
    subprocess.call(f"tar -C {folder} -xf names.tar", shell=True)  # fail: unquoted
    run("rm -r {}".format(os.path.join(tempfile.gettempdir(), "names")), shell=True)  # fail: unquoted


def quoted():
    fd, name = tempfile.mkstemp()
    os.system("sort -o " + shlex.quote(name) + " names.txt")  # pass: the name is quoted for a POSIX shell
    run(f"wc -l {shlex.quote(name)}", shell=True)  # pass: the name is quoted for a POSIX shell
    return fd


def listed(text):
    with NamedTemporaryFile("w") as file:
        file.write(text)
        file.flush()
        run(["wc", "-l", file.name])  # pass: the name is an argument of its own, and no shell reads it
    with tempfile.TemporaryDirectory() as folder:
        subprocess.check_call(["tar", "-C", folder, "-xf", "names.tar"])  # pass: the name is an argument of its own, and no shell reads it


def perhaps(shell):
    folder = mkdtemp()
    run("ls " + folder, shell=shell)  # open: perhaps


def other(name):
    os.system("ls " + name)  # nothing: no temporary file
    run("ls | wc", shell=True)  # nothing: constant
