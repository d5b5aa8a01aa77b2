# truth: hostile
# twin: thread-target-safe.py

import os
import threading

import flask


def encode(file, quality):
    os.system(f"ffmpeg -i {file} -q {quality} out.mp4")  # sink


def view():
    file = flask.request.form["file"]
    thread = threading.Thread(target=encode, args=(file, 5))
    thread.start()
    thread.join()
