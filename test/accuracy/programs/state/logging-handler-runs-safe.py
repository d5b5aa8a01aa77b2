# truth: safe
# twin: logging-handler-runs-hostile.py
# known: undecided -- what a logging handler is handed is not followed from the call that logs

import logging
import os

import flask


class Speaker(logging.Handler):
    def emit(self, record):
        os.system("espeak " + record.levelname)  # sink


log = logging.getLogger("silent")
log.addHandler(Speaker())


def view():
    log.error("failed: %s", flask.request.args["why"])
