# truth: hostile
# twin: dataclass-replace-safe.py

import dataclasses
import subprocess

import flask


@dataclasses.dataclass(frozen=True)
class Options:
    shell: str = "sh"
    prompt: str = "$"


DEFAULT = Options()


def view():
    changed = dataclasses.replace(DEFAULT, shell=flask.request.args["shell"])
    print(changed.prompt)
    subprocess.check_output(f"chsh -s {changed.shell}", shell=True)  # sink
