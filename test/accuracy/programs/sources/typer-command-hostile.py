# truth: hostile
# twin: typer-command-safe.py
# not-run: needs typer

import os

import typer

app = typer.Typer()


@app.command()
def show(name: str, lines: int = typer.Option(10)):
    os.system(f"head -n {name} notes.txt")  # sink
    typer.echo(name)
