# truth: hostile
# twin: attribute-of-attribute-safe.py

import subprocess

import flask


class Address:
    def __init__(self, street, town):
        self.street = street
        self.town = town


class Customer:
    def __init__(self, name, address):
        self.name = name
        self.address = address


def view():
    form = flask.request.form
    customer = Customer("Ann", Address(form["street"], "Berlin"))
    subprocess.call("print-envelope " + customer.address.street, shell=True)  # sink
