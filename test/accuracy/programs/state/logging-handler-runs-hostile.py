# truth: hostile
# twin: logging-handler-runs-safe.py
# known: missed -- what a logging handler is handed is not followed from the call that logs

import logging
import os

import flask


class Speaker(logging.Handler):
    def emit(self, record):
        os.system("espeak " + record.getMessage())  # sink


log = logging.getLogger("spoken")
log.addHandler(Speaker())


def view():
    log.error("failed: %s", flask.request.args["why"])
