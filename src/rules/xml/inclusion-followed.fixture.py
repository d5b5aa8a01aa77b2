import urllib.request
import xml.etree.ElementInclude as inclusion
import xml.etree.ElementTree as ET
from xml.etree.ElementInclude import include

import flask

PARTS = {"head": "<head/>"}


def feed():
    tree = ET.fromstring(flask.request.data)
    inclusion.include(tree)  # fail: hostile
    #                 ^^^^
    include(ET.fromstring(flask.request.data), None, "/srv/feeds")  # fail: hostile
    inclusion.include(elem=tree, max_depth=2)  # fail: hostile


def fetch(href, parse, encoding=None):
    return urllib.request.urlopen(href).read()


def look_up(href, parse, encoding=None):
    return ET.fromstring(PARTS[href])


def endless(tree):
    include(tree, max_depth=None)  # fail: endless
    include(tree, max_depth=-1)  # fail: endless
    include(tree, fetch)  # fail: loader
    include(tree, loader=look_up)  # pass: the loader and the depth are fixed


def handed_in(tree):
    include(tree)  # open: unknown


def own():
    include(ET.fromstring("<a/>"))  # pass: the document is the program’s own
    document = ET.fromstring("<book><chapter/></book>")
    inclusion.include(document, max_depth=3)  # pass: the document is the program’s own


class Policy:
    def include(self, people):
        return people


def unrelated():
    Policy().include(flask.request.data)  # nothing: another method
    ET.fromstring(flask.request.data)  # nothing: nothing is included
