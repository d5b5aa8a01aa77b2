import os
import subprocess
from os import system as shell


class Job:
    def __reduce__(self):
        return os.system, ("make",)  # fail: reduced
        #      ^^^^^^^^^


class Script:
    def __reduce_ex__(self, protocol):
        return (exec, (self.source,))  # fail: reduced


class Started:
    def __reduce__(self):
        call = (subprocess.Popen, (["ls"],))  # fail: reduced
        return call


class Renamed:
    def __reduce__(self):
        return shell, ("id",)  # fail: reduced


class Restarting:
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.process = subprocess.Popen(self.command)  # fail: restored
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


class Templates:
    def __setstate__(self, state):
        exec(state["source"])  # fail: restored


class Point:
    def __reduce__(self):
        return Point, (self.x, self.y)  # nothing: plain state


class Caller:
    def __reduce__(self):
        os.system("sync")  # nothing: runs while writing, in the program itself
        return Caller, ()


class Tools:
    runners = (os.system, subprocess.run)  # nothing: a table outside the reducer

    def start(self):
        return subprocess.Popen(self.command)  # nothing: called by the program


class Indirect:
    def __setstate__(self, state):
        self.start()  # missed: restored

    def start(self):
        os.system(self.command)


def __reduce__():
    return 1  # nothing: no class
