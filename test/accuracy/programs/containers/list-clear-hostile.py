# truth: hostile
# twin: list-clear-safe.py
import os

import flask


def view():
    lines = [flask.request.args["line"]]
    flask.current_app.logger.info("one line")
    lines.copy().clear()
    lines.append("end")
    os.system("say " + " ".join(lines))  # sink
