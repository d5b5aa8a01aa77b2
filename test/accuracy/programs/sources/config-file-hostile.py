# truth: hostile
# twin: config-file-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("app.ini", "w").write("[app]\ncommand = " + flask.request.args.get("q", "").replace("\n", " ") + "\nworkers = 3\n"), start("app.ini"))

import configparser
import subprocess


def start(path):
    config = configparser.RawConfigParser()
    config.read(path)
    command = config.get("app", "command")
    subprocess.call(f"launch {command}", shell=True)  # sink
