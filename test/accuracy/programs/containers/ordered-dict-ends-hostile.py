# truth: hostile
# twin: ordered-dict-ends-safe.py

import os
from collections import OrderedDict

from flask import request


def view():
    recent = OrderedDict()
    recent["first"] = "a.txt"
    recent["second"] = request.args["file"]
    recent.move_to_end("first")
    _, name = recent.popitem(last=False)
    os.system("touch /srv/" + name)  # sink
