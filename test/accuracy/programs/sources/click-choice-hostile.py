# truth: hostile
# twin: click-choice-safe.py
# entry: log(flask.request.args.get("q", ""))

import subprocess

import click


@click.command()
@click.option("--level", type=click.STRING, default="info")
def log(level):
    subprocess.run("set-log-level " + level, shell=True)  # sink
