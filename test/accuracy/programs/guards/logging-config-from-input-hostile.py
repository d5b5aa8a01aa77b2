# truth: hostile
# twin: logging-config-from-input-safe.py
import json
import logging.config

import flask


def view():
    config = json.loads(flask.request.get_data())
    level = "INFO"
    logging.config.dictConfig(config)  # sink
    return level
