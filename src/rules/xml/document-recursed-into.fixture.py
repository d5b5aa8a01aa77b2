import copy
import xml.etree.ElementTree as ET
from copy import deepcopy
from xml.dom import minidom
from xml.dom.minidom import parseString

import flask


def pretty():
    document = minidom.parseString(flask.request.get_data())  # source[a]
    return document.toprettyxml()  # fail: hostile
    #      ^^^^^^^^^^^^^^^^^^^^^^


def printed():
    return parseString(flask.request.data).toxml(encoding="utf-8")  # fail: hostile


def copied():
    root = ET.fromstring(flask.request.data)
    other = copy.deepcopy(root)  # fail: hostile
    ET.indent(other)  # fail: hostile
    return deepcopy(x=root)  # fail: hostile


class Feed:
    def normalized(self):
        self.root = ET.XML(text=flask.request.form["feed"])
        return ET.tostring(self.root, encoding="unicode")  # fail: hostile


def indented():
    root = ET.fromstring(flask.request.data)
    ET.indent(root, space="\t")  # fail: hostile


def handed_in(text):
    return minidom.parseString(text).toprettyxml()  # open: unknown


class Shallow(ET.TreeBuilder):
    depth = 0

    def start(self, tag, attributes):
        self.depth += 1
        if self.depth > 100:
            raise ValueError("nested too deep")
        return super().start(tag, attributes)


def limited():
    root = ET.fromstring(flask.request.data, parser=ET.XMLParser(target=Shallow()))
    copied = copy.deepcopy(root)  # pass: the parser refuses documents that are nested too deep
    return copied, ET.tostring(root)  # pass: the parser refuses documents that are nested too deep


def caught():
    document = minidom.parseString(flask.request.data)
    try:
        return document.toprettyxml()  # pass: running out of stack is caught
    except RecursionError:
        flask.abort(400)


def caught_otherwise():
    root = ET.fromstring(flask.request.data)
    try:
        return ET.tostring(root)  # pass: running out of stack is caught
    except Exception:
        return b""


def own():
    return minidom.parseString("<a/>").toxml()  # nothing: the program's own


def searched():
    return minidom.parseString(flask.request.data).getElementsByTagName("a")  # nothing: does not recurse here


def other(thing):
    return copy.deepcopy(thing)  # nothing: no document
