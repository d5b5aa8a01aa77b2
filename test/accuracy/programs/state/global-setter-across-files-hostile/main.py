# truth: hostile
# twin: global-setter-across-files-safe

import flask
from jobs import queue, runner


def view():
    queue.add(flask.request.form["job"], "low")
    runner.run_all()
