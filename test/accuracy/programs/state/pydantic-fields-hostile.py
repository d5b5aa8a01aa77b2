# truth: hostile
# twin: pydantic-fields-safe.py
# payloads: [{"name": "x; owned", "priority": "5"}, {"name": "x", "priority": "5; owned"}]

import os

import flask
from pydantic import BaseModel


class Job(BaseModel):
    name: str
    priority: int = 3


def view():
    job = Job(name=flask.request.form["name"], priority=flask.request.form["priority"])
    os.system(f"nice -n {job.name} run-jobs")  # sink
