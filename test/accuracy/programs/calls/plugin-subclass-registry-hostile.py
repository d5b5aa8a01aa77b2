# truth: hostile
# twin: plugin-subclass-registry-safe.py

import os

import flask


class Plugin:
    known = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        cls.known[cls.__name__.lower()] = cls


class Verbatim(Plugin):
    def apply(self, text):
        return text


class Length(Plugin):
    def apply(self, text):
        return str(len(text))


def view():
    plugin = Plugin.known["verbatim"]()
    os.system("lp -n " + plugin.apply(flask.request.args["copies"]))  # sink
