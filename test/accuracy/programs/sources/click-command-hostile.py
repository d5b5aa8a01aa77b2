# truth: hostile
# twin: click-command-safe.py
# not-run: needs click

import os

import click


@click.command()
@click.argument("host")
@click.option("--count", type=int, default=3)
def ping(host, count):
    """Pings a host."""
    os.system(f"ping -c {count} {host}")  # sink
    click.echo(host)
