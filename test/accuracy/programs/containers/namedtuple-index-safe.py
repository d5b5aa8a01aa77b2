# truth: safe
# twin: namedtuple-index-hostile.py
import os
from typing import NamedTuple

import flask


class Row(NamedTuple):
    key: str
    value: str


def view():
    rows = [Row("a", "1"), Row("b", flask.request.args["b"])]
    key, value = rows[1]
    os.system("put " + rows[0].value + " " + key)  # sink
