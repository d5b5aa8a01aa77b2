# truth: hostile
# twin: celery-task-safe.py
# entry: encode(flask.request.args.get("q", ""))
# payloads: ["mp3"]

import os

from celery import Celery

app = Celery("tasks", broker="redis://localhost")
FORMATS = {"mp3": "libmp3lame", "ogg": "libvorbis"}


@app.task
def encode(kind):
    os.system("ffmpeg -i in.wav -codec:a " + kind)  # sink


@app.task(bind=True)
def again(self, kind):
    self.retry(countdown=10)
