# truth: hostile
# twin: config-file-safe.py
# entry: (open("app.ini", "w").write("[app]\ncommand = " + flask.request.args.get("q", "").replace("\n", " ") + "\nworkers = 3\n"), start("app.ini"))

import configparser
import os


def start(path):
    config = configparser.RawConfigParser()
    config.read(path)
    command = config.get("app", "command")
    os.system(f"launch {command}")  # sink
