# truth: hostile
# twin: app-template-method-safe

import flask

from jobs import CountJob, ListJob


def view():
    job = ListJob(flask.request.args)
    return str(job.run())
