"""Stub of typer: commands are their functions; the entry of a program calls them with what typer would have converted."""


class Typer:
    def command(self, *_args, **_options):
        return lambda function: function


def Option(default=None, *_names, **_options):
    return default


Argument = Option


def echo(*_args):
    return None
