# truth: safe
# twin: flask-method-view-hostile.py
# entry: Convert().post()

import os

import flask
from flask.views import MethodView


class Convert(MethodView):
    formats = {"png": "png", "jpg": "jpeg"}

    def post(self):
        wanted = flask.request.form.get("format", "png")
        os.system("convert in.gif out." + self.formats.get(wanted, "png"))  # sink
        return "ok"
