# truth: safe
# twin: click-command-hostile.py
# entry: ping(flask.request.args.get("q", ""), 3)

import os

import click


@click.command()
@click.argument("host")
@click.option("--count", type=int, default=3)
def ping(host, count):
    """Pings a host."""
    os.system(f"ping -c {count} {'localhost'}")  # sink
    click.echo(host)
