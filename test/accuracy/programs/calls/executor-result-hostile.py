# truth: hostile
# twin: executor-result-safe.py

import subprocess
from concurrent.futures import ThreadPoolExecutor, as_completed

import flask


def clean(text):
    return text.strip()


def view():
    pool = ThreadPoolExecutor()
    futures = [pool.submit(clean, name) for name in flask.request.args["names"].split(",")]
    for future in as_completed(futures):
        subprocess.Popen(f"whois {future.result()}", shell=True)  # sink
