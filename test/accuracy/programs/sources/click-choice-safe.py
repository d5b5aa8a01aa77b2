# truth: safe
# twin: click-choice-hostile.py
# entry: log("info")

import subprocess

import click


@click.command()
@click.option("--level", type=click.Choice(["debug", "info"]), default="info")
def log(level):
    subprocess.run("set-log-level " + level, shell=True)  # sink
