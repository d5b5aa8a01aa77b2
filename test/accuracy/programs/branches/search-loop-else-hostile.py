# truth: hostile
# twin: search-loop-else-safe.py

import os

from flask import request

SERVICES = ["web", "mail", "database"]


def view():
    wanted = request.args["service"]
    for service in SERVICES:
        if service == wanted:
            break
    else:
        service = wanted
    os.system("systemctl status " + service)  # sink
