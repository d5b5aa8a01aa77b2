import subprocess
from subprocess import call, run


def protect(path, signature):
    subprocess.run(["gpg", "--verify", signature, path])  # fail: ignored
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    run(["/bin/chmod", "600", path])  # fail: ignored
    call(["iptables", "-A", "INPUT", "-j", "DROP"])  # fail: ignored
    run(("sha256sum", "--check", "SHA256SUMS"))  # fail: ignored


def checked(path, signature):
    run(["gpg", "--verify", signature, path], check=True)  # pass: the program’s failure raises
    run(["chmod", "600", path], check=True)  # pass: the program’s failure raises
    run(["openssl", "verify", path], check=True)  # pass: the program’s failure raises


def looked_at(path, signature):
    result = run(["gpg", "--verify", signature, path])  # nothing: the result is used
    if call(["chmod", "600", path]) != 0:  # nothing: the result is used
        raise OSError(path)
    subprocess.check_call(["chmod", "600", path])  # nothing: raises by itself
    run(["chmod", "600", path], check=False)  # nothing: the author says that it does not matter
    return result.returncode


def ordinary(path):
    run(["ls", path])  # nothing: protects nothing
    run(["gpg", "--list-keys"])  # nothing: verifies nothing
    run(["sha256sum", path])  # nothing: verifies nothing


class Dog:
    def run(self, commands):
        pass


Dog().run(["chmod", "600", "bone"])  # nothing: another method
