# truth: hostile
# twin: static-method-safe.py

import subprocess

import flask


class Git:
    @staticmethod
    def clone(url, folder="checkout"):
        return f"git clone {url} {folder}"


def view():
    subprocess.run(Git.clone(flask.request.form["url"]), shell=True)  # sink
