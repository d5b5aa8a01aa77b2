# truth: safe
# twin: descriptor-hostile.py

import subprocess

import flask


class Field:
    def __init__(self, convert):
        self.convert = convert

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, self.convert(value))


class Order:
    title = Field(str)
    amount = Field(int)


def view():
    order = Order()
    order.amount = flask.request.form["value"]
    subprocess.Popen(f"print-label {order.amount}", shell=True)  # sink
