# truth: hostile
# twin: flask-method-view-safe.py
# entry: Convert().post()

import subprocess

import flask
from flask.views import MethodView


class Convert(MethodView):
    formats = {"png": "png", "jpg": "jpeg"}

    def post(self):
        wanted = flask.request.form.get("format", "png")
        subprocess.check_output("convert in.gif out." + wanted, shell=True)  # sink
        return "ok"
