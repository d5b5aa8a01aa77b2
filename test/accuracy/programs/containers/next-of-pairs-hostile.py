# truth: hostile
# twin: next-of-pairs-safe.py

import os

from flask import request


def view():
    fields = [("owner", request.form["owner"]), ("group", "staff"), ("mode", "0644")]
    wanted = next(value for key, value in fields if key == "owner")
    os.system("chgrp " + wanted + " /srv/shared")  # sink
