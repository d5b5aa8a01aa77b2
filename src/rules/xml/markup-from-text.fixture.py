import html
import xml.dom.minidom
import xml.etree.ElementTree as ET
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape, quoteattr

import flask


def user():
    name = flask.request.args["name"]
    ET.fromstring("<user>" + name + "</user>")  # fail: hostile
    #                        ^^^^
    fromstring(f"<user name='{name}'/>")  # fail: hostile
    xml.dom.minidom.parseString("<user>%s</user>" % name)  # fail: hostile
    ET.fromstring(f"<user name='{escape(name)}'/>")  # fail: attribute


def handed_in(name):
    return ET.fromstring(f"<user>{name}</user>")  # open: unknown
    #                             ^^^^


def escaped():
    name = flask.request.args["name"]
    ET.fromstring("<user>" + escape(name) + "</user>")  # pass: every value in the document is escaped
    ET.fromstring(f"<user name={quoteattr(name)}/>")  # pass: every value in the document is escaped
    ET.fromstring(f"<user name='{html.escape(name)}'/>")  # pass: every value in the document is escaped


def built():
    user = ET.Element("user")
    user.text = flask.request.args["name"]  # nothing: the writer escapes
    ET.fromstring(flask.request.data)  # nothing: the whole document is foreign
    ET.fromstring("<user/>")  # nothing: constant
    ET.fromstring(f"<page number='{int(flask.request.args['page'])}'/>")  # nothing: a number


class Loom:
    def fromstring(self, text):
        return text


Loom().fromstring("<user>" + flask.request.args["name"])  # nothing: another method
