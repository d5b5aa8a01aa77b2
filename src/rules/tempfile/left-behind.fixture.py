import os
import shutil
import tempfile
from pathlib import Path
from subprocess import run
from tempfile import NamedTemporaryFile, mkstemp as make


def by_index(text):
    path = tempfile.mkstemp()[1]  # fail: descriptor
    #      ^^^^^^^^^^^^^^^^^^
    with open(path, "w") as file:
        file.write(text)


def by_index_at_once():
    return open(make(suffix=".txt")[1], "w")  # fail: descriptor


def by_unpacking(text):
    _, path = tempfile.mkstemp(".txt")  # fail: descriptor
    with open(path, "w") as file:
        file.write(text)


def for_nothing():
    tempfile.mkstemp()  # fail: descriptor


def forgotten(text):
    descriptor, path = make()  # fail: unused
    with open(path, "w") as file:
        file.write(text)
    os.unlink(path)


def from_a_pair():
    pair = tempfile.mkstemp()  # fail: descriptor
    path = pair[1]
    return path


def written_through(text):
    descriptor, path = tempfile.mkstemp()  # pass: the descriptor is closed or written through
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    return path


def closed():
    (fd, path) = make(prefix="app-")  # pass: the descriptor is closed or written through
    os.close(fd)
    run(["sort", "-o", path, "names.txt"])
    os.remove(path)


def opened(text):
    fd, _ = tempfile.mkstemp()  # pass: the descriptor is closed or written through
    with open(fd, mode="w") as file:
        file.write(text)


def handed_on():
    fd, path = tempfile.mkstemp()  # nothing: somebody else closes it
    return fd, path


class Job:
    def start(self):
        self.fd, self.path = tempfile.mkstemp()  # nothing: it is kept

    def both(self):
        pair = tempfile.mkstemp()
        os.close(pair[0])  # nothing: of the pair both are used
        return pair[1]


def kept():
    file = NamedTemporaryFile("w", delete=False)  # open: file
    file.write("names")
    file.close()
    return file.name


def kept_and_deleted():
    with tempfile.NamedTemporaryFile(delete=False) as file:  # pass: the file is deleted or moved to its place
        file.write(b"names")
    run(["sort", file.name])
    os.unlink(file.name)


def kept_and_moved():
    with NamedTemporaryFile("w", delete=False) as file:  # pass: the file is deleted or moved to its place
        file.write("names")
    shutil.move(file.name, "names.txt")


def kept_and_deleted_by_path():
    file = NamedTemporaryFile(delete=False)  # pass: the file is deleted or moved to its place
    file.close()
    Path(file.name).unlink()


def deleted_by_itself():
    with NamedTemporaryFile() as file:  # nothing: it is deleted when it is closed
        run(["sort", file.name])
