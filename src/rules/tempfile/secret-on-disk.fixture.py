import os
import tempfile
from subprocess import run
from tempfile import NamedTemporaryFile, SpooledTemporaryFile, mkstemp


def sign(private_key):
    fd, path = tempfile.mkstemp()  # fail: kept
    #          ^^^^^^^^^^^^^^^^^^
    with os.fdopen(fd, "wb") as file:
        file.write(private_key)
    run(["sign", "--key", path])


def log_in(password):
    fd, path = mkstemp(prefix="login-")  # fail: kept
    os.write(fd, password.encode())
    os.close(fd)
    run(["login", "--password-file", path])


def configure(settings):
    with NamedTemporaryFile("w", delete=False) as file:  # fail: kept
        file.write(f"token = {settings['api_token']}")
    run(["tool", "--config", file.name])


def configure_and_delete(api_token):
    file = NamedTemporaryFile("w", delete=False)  # open: late
    file.write(api_token)
    file.close()
    run(["tool", "--config", file.name])
    os.unlink(file.name)


def sign_and_delete(private_key):
    fd, path = tempfile.mkstemp()  # open: late
    with open(fd, "wb") as file:
        file.write(private_key)
    os.remove(path)


def without_name(private_key):
    with tempfile.TemporaryFile() as file:  # pass: the file has no name and is gone when the program ends
        file.write(private_key)


def in_memory(password):
    file = SpooledTemporaryFile(max_size=1000)  # pass: the file has no name and is gone when the program ends
    file.write(password.encode())
    return file


def deleted_by_itself(password):
    with NamedTemporaryFile("w") as file:  # pass: the file is deleted when it is closed
        file.write(password)
        file.flush()
        run(["login", "--password-file", file.name])


def handed_on(password):
    file = NamedTemporaryFile("w", delete=False)  # nothing: the caller may delete it
    file.write(password)
    return file.name


def no_secret(text, token_count):
    fd, path = tempfile.mkstemp()  # nothing: no secret
    with os.fdopen(fd, "w") as file:
        file.write(text)
        file.write(str(token_count))
    run(["sort", path])
