# truth: safe
# twin: abstract-base-hostile.py

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
        return "daily-%04d.sql" % len(wanted)


def view():
    DailyExporter().export(flask.request.args["name"])
