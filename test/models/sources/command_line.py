import argparse
import fileinput
import getopt
import optparse
import os
import sys
from typing import Annotated

import click
import typer

from marks import reveal

reveal(sys.argv[1])  # from: argument
reveal(" ".join(sys.argv[1:]))  # from: argument
reveal(sys.stdin.read())  # from: argument
for line in sys.stdin:
    reveal(line)  # from: argument
reveal(sys.platform)  # from: constant
reveal(input("name? "))  # from: argument
reveal(int(input("count? ")))  # from: argument; clean: shell

parser = argparse.ArgumentParser()
parser.add_argument("path")
args = parser.parse_args()
reveal(args.path)  # from: argument
reveal(vars(args)["path"])  # from: argument
options, others = parser.parse_known_args()
reveal(options.path)  # from: argument
reveal(others[0])  # from: argument
reveal(parser.prog)  # from: unknown

old = optparse.OptionParser()
options, rest = old.parse_args()
reveal(options.path)  # from: argument
reveal(rest[0])  # from: argument

opts, files = getopt.getopt(sys.argv[1:], "o:")
reveal(files[0])  # from: argument
for name, value in opts:
    reveal(value)  # from: argument

reveal(os.environ["PATH"])  # from: environment
reveal(os.environ.get("EDITOR", "vi"))  # from: environment
reveal(os.getenv("EDITOR"))  # from: environment
reveal(os.getcwd())  # from: unknown
reveal(os.sep)  # from: constant


def options_of(args: argparse.Namespace):
    reveal(args.path)  # from: argument


@click.command()
@click.argument("path")
@click.option("--count", default=1)
def tool(path, count):
    reveal(path)  # from: argument
    reveal(click.prompt("name"))  # from: argument


@click.group()
@click.pass_context
def cli(ctx, path):
    reveal(ctx)  # from: parameter
    reveal(path)  # from: argument


@cli.command()
def sub(path):
    reveal(path)  # from: argument


app = typer.Typer()


@app.command()
def hello(name: str, count: int, path: Annotated[str, typer.Option()] = "x"):
    reveal(name)  # from: argument
    reveal(path)  # from: argument
    reveal(count)  # from: constant


def helper(path):
    reveal(path)  # from: parameter
