import os
import subprocess
import tempfile
from tempfile import mktemp as temporary_name


def write(text):
    with open(tempfile.mktemp(), "w") as out:  # fail: race
        #     ^^^^^^^^^^^^^^^^^
        out.write(text)
    name = tempfile.mktemp(suffix=".txt")  # fail: race
    subprocess.run(["touch", name])
    name = temporary_name(".txt", "app", "/srv/work")  # fail: race
    return name


choose = tempfile.mktemp


def aliased():
    return choose(prefix="app")  # fail: race


def python2():
    os.tempnam("/srv/work")  # fail: removed
    os.tmpnam()  # fail: removed


def random_part():
    return next(tempfile._get_candidate_names())  # open: part


def private():
    folder = tempfile.mkdtemp()
    tempfile.mktemp(dir=folder)  # pass: the name lies in a directory that only this process can enter
    with tempfile.TemporaryDirectory() as other:
        tempfile.mktemp(".sock", "app", other)  # pass: the name lies in a directory that only this process can enter
        tempfile.mktemp(dir=os.path.join(other, "sockets"))  # pass: the name lies in a directory that only this process can enter


def exclusive(target, path):
    link = tempfile.mktemp(dir=os.path.dirname(path))  # pass: what is made under the name first cannot be made when the name is taken
    os.symlink(target, link)
    os.replace(link, path)
    folder = tempfile.mktemp()  # pass: what is made under the name first cannot be made when the name is taken
    os.mkdir(folder)
    name = tempfile.mktemp()  # pass: what is made under the name first cannot be made when the name is taken
    with open(name, "x") as out:
        out.write("")
    source = tempfile.mktemp()  # fail: race
    os.symlink(source, path)
    other = tempfile.mktemp()  # fail: race
    os.makedirs(other, exist_ok=True)
    late = tempfile.mktemp()  # fail: race
    subprocess.run(["touch", late])
    os.mkdir(late)


def given(folder):
    return tempfile.mktemp(dir=folder)  # open: directory
    #                          ^^^^^^


def since_python_2_3():
    try:
        from tempfile import mkstemp
        return mkstemp(".py")
    except ImportError:
        return None, tempfile.mktemp(".py")  # false-alarm: race, no Python lacks mkstemp()


def created():
    tempfile.mkstemp()  # nothing: creates the file
    tempfile.NamedTemporaryFile(delete=False)  # nothing: creates the file
    tempfile.mkdtemp()  # nothing: creates the directory
    tempfile.mktemp(prefix=r"\\.\pipe\app-{:d}-".format(os.getpid()))  # nothing: a pipe of Windows is no file


class Clock:
    def mktemp(self):
        return 20.0


Clock().mktemp()  # nothing: another method


def deleted():
    out = open(tempfile.mktemp(".txt"), "w", encoding="utf-8")  # fail: race
    out.close()
    os.unlink(out.name)
