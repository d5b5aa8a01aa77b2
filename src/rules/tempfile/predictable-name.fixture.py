import errno
import getpass
import logging
import os
import pathlib
import secrets
import tempfile
import uuid
from pathlib import Path

LOG = "/tmp/app.log"


def fixed():
    open("/tmp/app.log", "w")  # fail: written
    #    ^^^^^^^^^^^^^^
    open(LOG, mode="a")  # fail: written
    with open("/var/tmp/state", "r+b") as state:  # fail: written
        state.read()
    open(f"/tmp/app-{os.getpid()}", "w")  # fail: written
    open(os.path.join(tempfile.gettempdir(), "app.lock"), "w")  # fail: written
    open(tempfile.gettempdir() + "/app.lock", "w")  # fail: written
    os.open("/tmp/app.sock", os.O_CREAT | os.O_WRONLY)  # fail: written
    Path("/tmp/app.txt").write_text("hello")  # fail: written
    (Path("/tmp") / "app.txt").write_bytes(b"hello")  # fail: written
    open("C:\\Temp\\app.log", "w")  # fail: written
    logging.FileHandler("/tmp/app.log")  # fail: written


def read():
    open("/tmp/settings.json")  # fail: read
    Path(tempfile.gettempdir(), "settings.json").read_text()  # fail: read
    os.open("/tmp/settings.json", os.O_RDONLY)  # fail: read


def directories():
    os.makedirs("/tmp/app", exist_ok=True)  # fail: directory
    Path("/tmp/app").mkdir(exist_ok=True)  # fail: directory
    os.mkdir("/tmp/app")  # nothing: fails when it is there
    os.makedirs("/tmp", exist_ok=True)  # nothing: the shared directory itself


def taken(user):
    fallback = "/tmp/app-" + getpass.getuser()
    try:
        os.mkdir(fallback, 0o700)  # fail: directory
    except OSError as error:
        if error.errno != errno.EEXIST:
            raise
    try:
        os.mkdir("/tmp/app")  # nothing: ends when it is there
    except OSError:
        raise RuntimeError("somebody has taken /tmp/app")
    cache = os.path.join(tempfile.gettempdir(), "cache", user)
    if not os.path.exists(cache):
        os.makedirs(cache, mode=0o700)  # fail: directory
    other = os.path.join(tempfile.gettempdir(), user)
    if not os.path.isdir(other):
        os.mkdir(other)  # open: unknown


def asked_of_another(user):
    other = os.path.join(tempfile.gettempdir(), user)
    if not os.path.isdir(os.path.join("/srv", user)):
        os.mkdir(other)  # nothing: fails when it is there


def tested():
    own = "/tmp/app-%d" % os.getuid()
    try:
        os.mkdir(own, 0o700)  # pass: whose directory it is, is tested
    except FileExistsError:
        if os.lstat(own).st_uid != os.getuid():
            raise


def below(name):
    open(os.path.join("/var/tmp/app", "%s.retry" % os.path.basename(name)), "w")  # fail: written
    open(os.path.join("/var/tmp/app-%s" % name, "list"), "w")  # open: unknown
    open(os.path.join("/var/lib/app", "%s.retry" % name), "w")  # nothing: not shared
    open(os.path.abspath(os.path.join(tempfile.tempdir, "app", name)))  # fail: read


def perhaps(name, mode):
    open(f"/tmp/{name}.log", "w")  # open: unknown
    open("/tmp/app.log", mode)  # open: unknown


def exclusive():
    open("/tmp/app.log", "x")  # pass: the file is only opened when this call creates it
    os.open("/tmp/app.log", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)  # pass: the file is only opened when this call creates it


def random_name():
    open(f"/tmp/{uuid.uuid4()}.log", "w")  # pass: the name holds random characters
    open("/tmp/app-" + secrets.token_hex(8), "w")  # pass: the name holds random characters


def private(text):
    folder = tempfile.mkdtemp()
    open(os.path.join(folder, "app.log"), "w")  # nothing: its own directory
    with tempfile.TemporaryDirectory(dir="/tmp") as other:
        Path(other, "app.log").write_text(text)  # nothing: its own directory


def elsewhere():
    open("/var/log/app.log", "w")  # nothing: not shared
    open("tmp/app.log", "w")  # nothing: below the working directory
    print("/tmp/app.log")  # nothing: only shown
    os.path.exists("/tmp/app.log")  # nothing: only asked about


class Daemon:
    def __init__(self, pid=None, log=None, folder=None):
        self.pid = pid if pid else "/tmp/%s.pid" % self.__class__.__name__.lower()
        self.log = log or "/var/log/daemon.log"
        self.folder = folder or os.path.join(tempfile.gettempdir(), "daemon")

    def start(self):
        open(self.pid, "w")  # fail: written
        open(self.log, "w")  # nothing: not shared
        self.open(self.named("state"), "w")

    def named(self, name):
        return os.path.join(self.folder, name)

    def open(self, path, *mode):
        return open(path, *mode)  # fail: written


class Shop:
    def open(self, hours, mode):
        pass


Shop().open("/tmp/app.log", "w")  # nothing: another method


def made_anew():
    folder = pathlib.Path(tempfile.gettempdir()) / "app"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(0o700)  # nothing: what was there is removed, and mkdir() fails when it is there again
