# truth: safe
# twin: dataclass-replace-hostile.py
import os
from dataclasses import dataclass, replace

import flask


@dataclass(frozen=True)
class Query:
    text: str
    limit: str


def view():
    query = Query(flask.request.args["text"], "10")
    narrowed = replace(query, text="fixed")
    os.system("search " + narrowed.text)  # sink
