# truth: safe
# twin: template-substitute-hostile.py
import os
from string import Template

import flask

COMMAND = Template("mount -t $kind $device /mnt")


def view():
    command = COMMAND.substitute(kind="ext4", device="/dev/sdb1")
    os.system(command)  # sink
    return flask.request.args.get("device")
