# truth: hostile
# twin: attribute-set-in-init-safe.py

import os

import flask


class Download:
    def __init__(self, url):
        self.url = url
        self.folder = "/tmp/downloads"

    def start(self):
        os.system("wget -q " + self.url)  # sink


def view():
    Download(flask.request.form["url"]).start()
    return "started"
