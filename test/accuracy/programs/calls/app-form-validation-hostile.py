# truth: hostile
# twin: app-form-validation-safe.py

import os
import re

import flask


class ValidationError(ValueError):
    pass


class Field:
    def __init__(self, pattern):
        self.pattern = re.compile(pattern)

    def clean(self, value):
        if not self.pattern.match(value):
            raise ValidationError(value)
        return value


class HostForm:
    host = Field(r"[a-z0-9.]+")

    def __init__(self, form):
        self.form = form

    def cleaned(self, name):
        return getattr(type(self), name).clean(self.form[name])


def view():
    form = HostForm(flask.request.form)
    try:
        host = form.cleaned("host")
    except ValidationError:
        return "no such host"
    os.system("ping -c 1 " + host)  # sink
    return "ok"
