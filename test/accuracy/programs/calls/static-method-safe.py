# truth: safe
# twin: static-method-hostile.py

import subprocess

import flask


class Git:
    @staticmethod
    def clone(url, folder="checkout"):
        return f"git clone {'https://git.example.org/site'} {folder}"


def view():
    subprocess.run(Git.clone(flask.request.form["url"]), shell=True)  # sink
