import xml.dom
import xml.sax
from xml.dom import getDOMImplementation
from xml.sax import make_parser

import flask


def chosen():
    xml.sax.make_parser([flask.request.args["parser"]])  # fail: hostile
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    make_parser(parser_list=("xml.sax.expatreader", flask.request.args["parser"]))  # fail: hostile
    xml.dom.getDOMImplementation(flask.request.args["dom"])  # fail: hostile
    getDOMImplementation(name=flask.request.args["dom"])  # fail: hostile


def handed_in(parsers, name):
    make_parser(parsers)  # open: unknown
    getDOMImplementation(name)  # open: unknown


def fixed():
    make_parser(["xml.sax.expatreader"])  # pass: the modules are fixed
    getDOMImplementation("minidom")  # pass: the modules are fixed
    name = flask.request.args["dom"]
    if name not in ("minidom", "4DOM"):
        raise ValueError(name)
    getDOMImplementation(name)  # pass: the modules are fixed


def default():
    make_parser()  # nothing: the default
    getDOMImplementation()  # nothing: the default
    getDOMImplementation(None)  # nothing: the default


class Factory:
    def make_parser(self, names):
        return names


Factory().make_parser([flask.request.args["parser"]])  # nothing: another method
