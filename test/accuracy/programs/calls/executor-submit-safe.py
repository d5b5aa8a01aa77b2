# truth: safe
# twin: executor-submit-hostile.py

import os
from concurrent.futures import ThreadPoolExecutor

import flask


def probe(host, port):
    os.system(f"nc -z {host} {port}")  # sink


def view():
    host = flask.request.args["host"]
    with ThreadPoolExecutor(max_workers=2) as pool:
        pool.submit(probe, "localhost", port=len(host))
