# truth: hostile
# twin: executor-map-safe.py

import os
from concurrent.futures import ThreadPoolExecutor

import flask


def thumbnail(picture):
    os.system(f"convert {picture} -thumbnail 80x80 thumb.png")  # sink


def view():
    pictures = flask.request.form["pictures"].split(",")
    with ThreadPoolExecutor() as pool:
        list(pool.map(thumbnail, pictures))
