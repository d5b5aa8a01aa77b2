# truth: safe
# twin: package-of-validators-hostile
from flask import request

from app import jobs
from app.validators import validated


def view():
    job = validated("name", request.args["name"])
    return jobs.start(job)
