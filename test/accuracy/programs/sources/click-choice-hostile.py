# truth: hostile
# twin: click-choice-safe.py
# entry: log(flask.request.args.get("q", ""))

import os

import click


@click.command()
@click.option("--level", type=click.STRING, default="info")
def log(level):
    os.system("set-log-level " + level)  # sink
