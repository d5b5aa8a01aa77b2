# truth: hostile
# twin: dataclass-replace-safe.py
import os
from dataclasses import dataclass, replace

import flask


@dataclass(frozen=True)
class Query:
    text: str
    limit: str


def view():
    query = Query(flask.request.args["text"], "10")
    narrowed = replace(query, limit="5")
    os.system("search " + narrowed.text)  # sink
