# truth: safe
# twin: config-file-hostile.py
# entry: (open("app.ini", "w").write("[app]\ncommand = " + flask.request.args.get("q", "").replace("\n", " ") + "\nworkers = 3\n"), start("app.ini"))

import configparser
import subprocess


def start(path):
    config = configparser.RawConfigParser()
    config.read(path)
    command = config.getint("app", "workers")
    subprocess.call(f"launch {command}", shell=True)  # sink
