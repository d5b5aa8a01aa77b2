# truth: hostile
# twin: timer-safe.py

import os
import threading

import flask


def remind(text, title):
    os.system(f"notify-send {title} {text}")  # sink


def view():
    text = flask.request.form["text"]
    timer = threading.Timer(0.0, remind, kwargs={"text": text, "title": "reminder"})
    print("remind of", text)
    timer.start()
    timer.join()
