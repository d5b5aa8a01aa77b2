# truth: safe
# twin: flattened-table-hostile.py

import os

from flask import request


def view():
    table = [["a", "b"], ["c", request.args["cell"]]]
    cells = [cell for row in table for cell in row]
    os.system("echo " + cells[2])  # sink
