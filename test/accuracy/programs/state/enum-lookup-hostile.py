# truth: hostile
# twin: enum-lookup-safe.py
# payloads: ["html"]

import enum
import subprocess

import flask


class Format(enum.Enum):
    HTML = "html"
    PDF = "pdf"


def parse(text):
    try:
        return Format(text).value
    except ValueError:
        return text


def view():
    subprocess.run("convert --to " + parse(flask.request.args["format"]), shell=True)  # sink
