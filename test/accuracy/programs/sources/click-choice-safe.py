# truth: safe
# twin: click-choice-hostile.py
# entry: log("info")

import os

import click


@click.command()
@click.option("--level", type=click.Choice(["debug", "info"]), default="info")
def log(level):
    os.system("set-log-level " + level)  # sink
