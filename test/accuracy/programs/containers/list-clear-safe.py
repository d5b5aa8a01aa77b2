# truth: safe
# twin: list-clear-hostile.py
import os

import flask


def view():
    lines = [flask.request.args["line"]]
    flask.current_app.logger.info("one line")
    lines.clear()
    lines.append("end")
    os.system("say " + " ".join(lines))  # sink
