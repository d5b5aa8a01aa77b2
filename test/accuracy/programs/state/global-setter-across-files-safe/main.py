# truth: safe
# twin: global-setter-across-files-hostile

import flask
from jobs import queue, runner


def view():
    queue.add("cleanup", flask.request.form["job"])
    runner.run_all()
