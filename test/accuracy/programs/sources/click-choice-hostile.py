# truth: hostile
# twin: click-choice-safe.py
# not-run: needs click

import os

import click


@click.command()
@click.option("--level", type=click.STRING, default="info")
def log(level):
    os.system("set-log-level " + level)  # sink
