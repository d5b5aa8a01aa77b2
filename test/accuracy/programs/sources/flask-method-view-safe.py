# truth: safe
# twin: flask-method-view-hostile.py
# entry: Convert().post()

import subprocess

import flask
from flask.views import MethodView


class Convert(MethodView):
    formats = {"png": "png", "jpg": "jpeg"}

    def post(self):
        wanted = flask.request.form.get("format", "png")
        subprocess.check_output("convert in.gif out." + self.formats.get(wanted, "png"), shell=True)  # sink
        return "ok"
