# truth: safe
# twin: config-file-hostile.py
# entry: (open("app.ini", "w").write("[app]\ncommand = " + flask.request.args.get("q", "").replace("\n", " ") + "\nworkers = 3\n"), start("app.ini"))

import configparser
import os


def start(path):
    config = configparser.RawConfigParser()
    config.read(path)
    command = config.getint("app", "workers")
    os.system(f"launch {command}")  # sink
