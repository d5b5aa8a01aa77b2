# truth: hostile
# twin: flattened-table-safe.py

import os

from flask import request


def view():
    table = [["a", "b"], ["c", request.args["cell"]]]
    cells = [cell for row in table for cell in row]
    os.system("echo " + cells[3])  # sink
