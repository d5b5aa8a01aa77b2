# truth: safe
# twin: partial-overridden-keyword-hostile.py

import os
from functools import partial

import flask


def mount(device, point="/mnt"):
    os.system(f"mount {device} {point}")  # sink


def view():
    mount_asked = partial(mount, "/dev/sdb1", point=flask.request.form["point"])
    mount_asked(point="/media/disk")
