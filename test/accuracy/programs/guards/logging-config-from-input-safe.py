# truth: safe
# twin: logging-config-from-input-hostile.py
import json
import logging.config

import flask


def view():
    config = json.loads(flask.request.get_data())
    level = "DEBUG" if config.get("debug") else "INFO"
    config = {"version": 1, "root": {"level": level}}
    logging.config.dictConfig(config)  # sink
    return level
