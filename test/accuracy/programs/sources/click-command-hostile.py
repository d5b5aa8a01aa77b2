# truth: hostile
# twin: click-command-safe.py
# entry: ping(flask.request.args.get("q", ""), 3)

import os

import click


@click.command()
@click.argument("host")
@click.option("--count", type=int, default=3)
def ping(host, count):
    """Pings a host."""
    os.system(f"ping -c {count} {host}")  # sink
    click.echo(host)
