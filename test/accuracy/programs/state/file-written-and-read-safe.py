# truth: safe
# twin: file-written-and-read-hostile.py
# known: undecided -- what the program itself has written into a file is not followed

import os
import tempfile

import flask


def view():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "job.txt")
    with open(path, "w") as file:
        file.write("vacuum")
    with open(path) as file:
        job = file.read()
    os.system("run-job " + job)  # sink
