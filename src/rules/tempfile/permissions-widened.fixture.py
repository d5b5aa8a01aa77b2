import os
import stat
import tempfile
from pathlib import Path


def files():
    descriptor, path = tempfile.mkstemp()
    os.chmod(path, 0o666)  # fail: others
    #              ^^^^^
    os.fchmod(descriptor, 0o777)  # fail: others
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR | stat.S_IWOTH)  # fail: others
    file = tempfile.NamedTemporaryFile()
    os.chmod(file.name, mode=0o660)  # fail: others
    folder = tempfile.mkdtemp()
    Path(folder).chmod(0o777)  # fail: others
    os.chmod(os.path.join(folder, "out"), 0o666)  # fail: others


def chosen(mode):
    descriptor, path = tempfile.mkstemp()
    os.chmod(path, mode)  # open: unknown


def narrow():
    descriptor, path = tempfile.mkstemp()
    os.chmod(path, 0o600)  # pass: only the owner can write to the file
    os.chmod(path, 0o644)  # pass: only the owner can write to the file
    os.fchmod(descriptor, stat.S_IRUSR | stat.S_IWUSR)  # pass: only the owner can write to the file
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)  # pass: only the owner can write to the file


def other(path):
    os.chmod(path, 0o666)  # nothing: not known to be temporary
    os.chmod("/srv/app/run.sh", 0o777)  # nothing: not temporary
    os.umask(0)  # nothing: no file


class Light:
    def chmod(self, name, mode):
        pass


def unrelated():
    descriptor, path = tempfile.mkstemp()
    Light().chmod(path, 0o666)  # nothing: another method
