# truth: safe
# twin: typer-command-hostile.py
# entry: show(flask.request.args.get("q", ""), 10)

import os

import typer

app = typer.Typer()


@app.command()
def show(name: str, lines: int = typer.Option(10)):
    os.system(f"head -n {lines} notes.txt")  # sink
    typer.echo(name)
