# truth: hostile
# twin: celery-shared-task-safe.py
# entry: render(flask.request.args.get("q", ""), "640")

import subprocess

from celery import shared_task


@shared_task(name="render", max_retries=3)
def render(page, width):
    pixels = int(width)
    subprocess.run(f"wkhtmltoimage --width {pixels} {page} out.png", shell=True)  # sink
