import shlex
import subprocess
from subprocess import Popen, check_output


def lists(path):
    subprocess.run(["ls", "-l", path], shell=True)  # fail: list
    #              ^^^^^^^^^^^^^^^^^^
    check_output(("rm", "-r", path), shell=True)  # fail: list
    Popen(args=["ls", "-l"], shell=1)  # fail: list
    command = ["ls"]
    command.append(path)
    subprocess.call(command, shell=True)  # fail: list
    subprocess.call(shlex.split("ls -l"), shell=True)  # fail: list


def annotated(command: list):
    subprocess.run(command, shell=True)  # fail: list


def texts():
    subprocess.run("ls -l", shell=True)  # pass: the shell is given one text
    subprocess.run("ls | wc -l", shell=True)  # pass: the shell is given one text
    check_output("date", shell=True)  # pass: the shell is given one text


def single(path, command):
    subprocess.run(["date"], shell=True)  # nothing: one item is the same as text
    subprocess.run(["echo $1", "sh", path], shell=True)  # nothing: the parameters are used
    subprocess.run(["ls", path])  # nothing: no shell
    subprocess.run(["ls", path], shell=False)  # nothing: no shell
    subprocess.run(command, shell=True)  # nothing: not known to be a list


class Sea:
    def run(self, waves, shell):
        pass


Sea().run(["high", "low"], shell=True)  # nothing: another method
