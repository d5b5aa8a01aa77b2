# truth: safe
# twin: boolean-and-hostile.py
import os

from flask import request

DEBUG = False
LEGACY = True


def view():
    where = "/srv/www"
    if not DEBUG and not LEGACY:
        where = request.args["dir"]
    os.system("ls -l " + where)  # sink
