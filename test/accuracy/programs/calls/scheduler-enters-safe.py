# truth: safe
# twin: scheduler-enters-hostile.py

import os
import sched
import time

import flask


def beep(times):
    os.system("beep -r " + times)  # sink


def view():
    given = flask.request.args["times"]
    plan = sched.scheduler(time.monotonic, time.sleep)
    plan.enter(0, 1, beep, argument=(str(len(given)),))
    plan.run()
