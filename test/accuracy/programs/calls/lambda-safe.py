# truth: safe
# twin: lambda-hostile.py

import os

import flask

slanted = lambda text: "-f slant " + text
counted = lambda text: "-f slant " + str(len(text))


def view():
    title = flask.request.args["title"]
    os.system("figlet " + counted(title))  # sink
