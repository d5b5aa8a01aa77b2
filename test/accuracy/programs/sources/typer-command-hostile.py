# truth: hostile
# twin: typer-command-safe.py
# entry: show(flask.request.args.get("q", ""), 10)

import os

import typer

app = typer.Typer()


@app.command()
def show(name: str, lines: int = typer.Option(10)):
    os.system(f"head -n {name} notes.txt")  # sink
    typer.echo(name)
