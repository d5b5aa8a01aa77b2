import re
import xml.etree.ElementTree as ET
from xml.etree.ElementTree import parse

import flask

ROLES = ("admin", "guest")


def users():
    root = ET.fromstring("<users/>")
    name = flask.request.args["name"]
    root.find(f".//user[@name='{name}']")  # fail: hostile
    #                           ^^^^
    root.findall(".//user[@name='%s']" % name)  # fail: hostile
    tree = parse("users.xml")
    tree.findtext(".//user[@name='" + name + "']/mail")  # fail: hostile
    tree.iterfind(path=".//user[@name='{}']".format(name))  # fail: hostile
    return ET.fromstring("<users/>").find(".//" + flask.request.args["tag"])  # fail: hostile


def root_element():
    root = ET.parse("users.xml").getroot()
    root.find(".//" + flask.request.args["tag"])  # missed: hostile, what getroot() gives is not known


def handed_in(root: ET.Element, name, tag):
    root.find(f".//user[@name='{name}']")  # open: unknown
    root.find(f".//{tag}")  # nothing: the name of an element


def checked(root: ET.Element):
    role = flask.request.args["role"]
    if role not in ROLES:
        raise ValueError(role)
    root.find(f".//user[@role='{role}']")  # nothing: it is one of a few constants
    number = int(flask.request.args["number"])
    root.find(f".//user[{number}]")  # pass: every value in the path is checked, or a number
    name = flask.request.args["name"]
    if not re.fullmatch(r"\w+", name):
        raise ValueError(name)
    root.find(f".//user[@name='{name}']")  # pass: every value in the path is checked, or a number


def number_in_a_tree(tree: ET.ElementTree):
    return tree.findtext(path=".//user[%d]/mail" % int(flask.request.args["number"]))  # pass: every value in the path is checked, or a number


def fixed(root: ET.Element):
    root.find(".//user")  # nothing: constant
    tag = "user"
    root.find(f".//{tag}")  # nothing: constant


def unrelated(text):
    text.find(flask.request.args["name"])  # nothing: no element
    "abc".find("[" + flask.request.args["name"])  # nothing: no element
