# truth: hostile
# twin: class-decorator-safe.py

import subprocess

import flask


class Retry:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Retry
def upload(file, bucket):
    subprocess.Popen(f"aws s3 cp {file} s3://{bucket}", shell=True)  # sink


def view():
    name = flask.request.args["name"]
    upload(name, "backup")
    return name
