# truth: safe
# twin: star-kwargs-hostile.py

import subprocess

import flask


def render(**settings):
    page = settings.pop("page")
    theme = settings.get("theme", "light")
    print("theme", theme)
    subprocess.run(f"wkhtmltopdf {page} out.pdf", shell=True)  # sink


def view():
    chosen = flask.request.args["chosen"]
    render(page="index.html", theme=chosen)
