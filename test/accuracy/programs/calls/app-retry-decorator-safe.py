# truth: safe
# twin: app-retry-decorator-hostile.py

import functools
import subprocess
import time

import flask


def retry(times, *, wait=0.0, errors=(OSError,)):
    def decorate(function):
        @functools.wraps(function)
        def attempt(*args, **kwargs):
            for left in reversed(range(times)):
                try:
                    return function(*args, **kwargs)
                except errors:
                    if not left:
                        raise
                    time.sleep(wait)

        return attempt

    return decorate


@retry(3, errors=(OSError, ValueError))
def fetch(address, *, output):
    return subprocess.run(f"curl -s {address} -o {output}", shell=True)  # sink


def view():
    address = flask.request.args["address"]
    fetch("https://feeds.example.org/", output="feed.xml")
    return address
