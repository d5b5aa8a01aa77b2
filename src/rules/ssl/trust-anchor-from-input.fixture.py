import os
import ssl
from ssl import create_default_context

import flask
import requests


def fetched():
    pem = requests.get("http://ca.example.org/root.pem", timeout=5).text
    context = ssl.create_default_context(cadata=pem)  # fail: network
    #                                           ^^^
    other = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    other.load_verify_locations(None, None, pem)  # fail: network
    return context, other


def posted():
    return create_default_context(cafile="/srv/ca/" + flask.request.args["authority"])  # fail: network


def fixed():
    context = ssl.create_default_context(cafile="/etc/ssl/own-ca.pem")  # pass: the authorities are fixed
    context.load_verify_locations("/etc/ssl/partner-ca.pem")  # pass: the authorities are fixed
    return context


def shipped():
    here = os.path.dirname(__file__)
    return ssl.create_default_context(cafile=os.path.join(here, "ca.pem"))  # pass: the authorities are shipped with the project


def deployment():
    ssl.create_default_context(cafile=os.environ["CA_BUNDLE"])  # nothing: the deployment's choice
    ssl.create_default_context()  # nothing: the system's authorities


def caller(path):
    return ssl.create_default_context(cafile=path)  # nothing: the caller's choice


class Map:
    def load_verify_locations(self, places):
        return places


def unrelated():
    Map().load_verify_locations(flask.request.args["place"])  # nothing: another method
