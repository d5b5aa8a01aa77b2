import getpass
import os
import subprocess
from subprocess import check_output, run


def typed():
    password = getpass.getpass()
    subprocess.run(["mysql", "-u", "root", "-p" + password])  # fail: prompt
    #                                      ^^^^^^^^^^^^^^^
    run(["sshpass", "-p", getpass.getpass("password: "), "ssh", "host"])  # fail: prompt


def written():
    run(["curl", "--password=hunter2", "https://example.org"])  # fail: literal
    run(["tool", "--api-key", "0123456789abcdef"])  # fail: literal
    check_output(("vault", "--root-token", "s.abcdefgh"))  # fail: literal


def named(user, password, api_token):
    run(["mysql", f"--password={password}"])  # open: named
    #                           ^^^^^^^^
    run(["curl", "-u", f"{user}:{password}", "https://example.org"])  # open: named
    run(["tool", "--token", api_token])  # open: named


class Database:
    def dump(self):
        run(["pg_dump", "--password", self.password])  # open: named


def elsewhere(password, password_file, token_count):
    run(["mysql"], env={"MYSQL_PWD": password})  # nothing: the environment is the user's own
    run(["mysql"], input=password)  # nothing: standard input
    run(["mysql", f"--defaults-file={password_file}"])  # nothing: a file
    run(["gpg", "--passphrase-fd", "0"], input=password)  # nothing: standard input
    run(["openssl", "rsa", "-passin", "env:KEY_PASSWORD"])  # nothing: a variable
    run(["head", "-n", str(token_count)])  # nothing: a number of tokens
    run(["tool", "--token", "-"])  # nothing: standard input
    run(["tool", "--no-password"])  # nothing: a switch


class Play:
    def run(self, line):
        pass


def unrelated(password):
    Play().run(["whisper", password])  # nothing: another method
