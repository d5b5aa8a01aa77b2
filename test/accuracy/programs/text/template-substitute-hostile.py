# truth: hostile
# twin: template-substitute-safe.py
import os
from string import Template

import flask

COMMAND = Template("mount -t $kind $device /mnt")


def view():
    command = COMMAND.substitute(kind="ext4", device=flask.request.args["device"])
    os.system(command)  # sink
    return flask.request.args.get("device")
