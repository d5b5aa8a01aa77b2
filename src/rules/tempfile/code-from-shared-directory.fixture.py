import ctypes
import os
import runpy
import subprocess
import sys
import tempfile


def modules():
    sys.path.insert(0, tempfile.gettempdir())  # fail: path
    #                  ^^^^^^^^^^^^^^^^^^^^^
    sys.path.append("/tmp/plugins")  # fail: path


def code():
    ctypes.CDLL("/tmp/libfast.so")  # fail: code
    runpy.run_path("/var/tmp/job.py")  # fail: code
    subprocess.run(["/tmp/install.sh", "--yes"])  # fail: code
    subprocess.run([os.path.join(tempfile.gettempdir(), "install.sh")])  # fail: code


def own():
    folder = tempfile.mkdtemp()
    sys.path.insert(0, folder)  # pass: the code lies in a directory that was made for this process alone
    ctypes.CDLL(os.path.join(folder, "libfast.so"))  # pass: the code lies in a directory that was made for this process alone
    runpy.run_path(os.path.join(folder, "job.py"))  # pass: the code lies in a directory that was made for this process alone


def elsewhere(path):
    sys.path.insert(0, "/srv/app/plugins")  # nothing: not shared
    sys.path.append(path)  # nothing: not known to be shared
    ctypes.CDLL("libc.so.6")  # nothing: the system's
    subprocess.run(["ls", "/tmp"])  # nothing: an operand
    sys.argv.append("/tmp")  # nothing: no path of modules


class Road:
    path = []


Road.path.append("/tmp")  # nothing: another list
