# truth: safe
# twin: executor-submit-hostile.py

import subprocess
from concurrent.futures import ThreadPoolExecutor

import flask


def probe(host, port):
    subprocess.call(f"nc -z {host} {port}", shell=True)  # sink


def view():
    host = flask.request.args["host"]
    with ThreadPoolExecutor(max_workers=2) as pool:
        pool.submit(probe, "localhost", port=len(host))
