# truth: safe
# twin: app-template-method-hostile

import flask

from jobs import CountJob, ListJob


def view():
    job = CountJob(flask.request.args)
    return str(job.run())
