import os
import shelve
import tempfile
from pathlib import Path
from shelve import open as open_shelf

STATE = "/var/lib/app"


def open_to_all():
    os.umask(0)
    return shelve.open("/srv/app/sessions")  # fail: umask
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def open_to_the_group(path):
    os.umask(0o002)
    with open_shelf(path, flag="n") as shelf:  # fail: umask
        shelf["a"] = 1


def in_the_directory_of_all():
    first = shelve.open("/tmp/sessions")  # fail: shared
    #                   ^^^^^^^^^^^^^^^
    second = open_shelf(filename=os.path.join(tempfile.gettempdir(), "sessions"))  # fail: shared
    return first, second


def for_the_owner():
    os.umask(0o077)
    return shelve.open("/tmp/sessions")  # pass: the umask keeps others from what is created


def for_this_process():
    folder = tempfile.mkdtemp()
    return shelve.open(os.path.join(folder, "sessions"))  # pass: the shelf lies in a directory that was made for this process alone


def in_a_folder_of_its_own():
    os.makedirs(STATE, mode=0o700, exist_ok=True)
    return open_shelf(f"{STATE}/sessions")  # pass: the directory of the shelf is made for its owner alone


def in_a_given_folder(folder: Path):
    folder.mkdir(0o700)
    return shelve.open(folder / "sessions", "c")  # pass: the directory of the shelf is made for its owner alone


def by_the_caller(mask):
    os.umask(mask)
    return shelve.open("/srv/app/sessions")  # open: unknown


def as_it_is(path):
    first = shelve.open(path)  # nothing: the umask is the user's
    second = shelve.open("/tmp/sessions", "r")  # nothing: it is not created
    os.umask(0o022)
    third = shelve.open("/srv/app/other")  # nothing: others can read, not write
    return first, second, third
