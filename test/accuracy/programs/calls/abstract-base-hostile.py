# truth: hostile
# twin: abstract-base-safe.py

import abc
import subprocess

import flask


class Exporter(abc.ABC):
    @abc.abstractmethod
    def target(self, wanted):
        """Where the export is written."""

    def export(self, wanted):
        subprocess.run(f"pg_dump app > {self.target(wanted)}", shell=True)  # sink


class DailyExporter(Exporter):
    def target(self, wanted):
        return wanted + ".sql"


def view():
    DailyExporter().export(flask.request.args["name"])
