# truth: safe
# twin: form-class-in-other-module-hostile
# payloads: [{"size": "7", "kind": "x; owned"}, {"size": "7", "kind": "csv"}]
import os

from flask import abort, request

from forms import ResizeForm


def view():
    form = ResizeForm(request.form)
    if form.errors():
        abort(400)
    os.system(f"convert in.png -resize {form.size} out.{form.kind}")  # sink
