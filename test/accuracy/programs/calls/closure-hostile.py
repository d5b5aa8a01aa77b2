# truth: hostile
# twin: closure-safe.py

import subprocess

import flask


def cleaner_for(folder):
    prefix = "/srv/" + folder

    def clean(age):
        subprocess.getoutput(f"find {prefix} -mtime +{age} -delete")  # sink

    return clean


def view():
    folder = flask.request.args["folder"]
    clean = cleaner_for(folder)
    print("cleaning for", folder)
    clean(30)
