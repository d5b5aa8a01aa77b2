import os
import subprocess
import tempfile
from tempfile import NamedTemporaryFile


def reopen(text):
    file = tempfile.NamedTemporaryFile()  # fail: reused
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    file.close()
    with open(file.name, "w") as out:
        out.write(text)


def hand_on():
    output = NamedTemporaryFile("w", suffix=".txt")  # fail: reused
    name = output.name
    output.close()
    subprocess.run(["touch", name])
    return name


def explicit():
    output = NamedTemporaryFile(delete=True)  # fail: reused
    output.close()
    os.chmod(output.name, 0o600)


def kept(text):
    file = tempfile.NamedTemporaryFile(delete=False)  # pass: the file stays when it is closed
    file.close()
    with open(file.name, "w") as out:
        out.write(text)


def kept_positional():
    file = NamedTemporaryFile("w", delete=False, suffix=".txt")  # pass: the file stays when it is closed
    file.close()
    os.remove(file.name)


def kept_on_close():
    file = NamedTemporaryFile(delete_on_close=False)  # pass: the file stays when it is closed
    file.close()
    return open(file.name)


def still_open(text):
    file = NamedTemporaryFile("w")  # nothing: used while it is open
    file.write(text)
    file.flush()
    subprocess.run(["sort", file.name])
    file.close()


def managed():
    with NamedTemporaryFile() as file:  # nothing: used while it is open
        subprocess.run(["sort", file.name])


class Drawer:
    def close(self):
        pass


def unrelated():
    drawer = Drawer()
    drawer.close()
    print(drawer)  # nothing: no file
