# truth: safe
# twin: celery-shared-task-hostile.py
# entry: render(flask.request.args.get("q", ""), "640")

import subprocess

from celery import shared_task


@shared_task(name="render", max_retries=3)
def render(page, width):
    pixels = int(width)
    subprocess.run(f"wkhtmltoimage --width {pixels} {'index.html'} out.png", shell=True)  # sink
