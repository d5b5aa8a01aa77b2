# truth: hostile
# twin: scheduler-enters-safe.py

import os
import sched
import time

import flask


def beep(times):
    os.system("beep -r " + times)  # sink


def view():
    given = flask.request.args["times"]
    plan = sched.scheduler(time.monotonic, time.sleep)
    plan.enter(0, 1, beep, argument=(given,))
    plan.run()
