# python: 3.13
import xml.parsers.expat
from xml.parsers import expat
from xml.parsers.expat import ParserCreate


def off():
    parser = expat.ParserCreate()
    parser.SetReparseDeferralEnabled(False)  # fail: off
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    other = ParserCreate("utf-8")
    other.SetReparseDeferralEnabled(0)  # fail: off
    enabled = False
    other.SetReparseDeferralEnabled(enabled)  # fail: off


def chosen(enabled):
    parser = xml.parsers.expat.ParserCreate()
    parser.SetReparseDeferralEnabled(enabled)  # open: unknown


def on():
    parser = ParserCreate()
    parser.SetReparseDeferralEnabled(True)  # pass: deferral stays on
    other = expat.ParserCreate()
    other.SetReparseDeferralEnabled(1)  # pass: deferral stays on
    third = xml.parsers.expat.ParserCreate()
    third.SetReparseDeferralEnabled(True)  # pass: deferral stays on


class Debt:
    def SetReparseDeferralEnabled(self, enabled):
        pass


def unrelated(data):
    Debt().SetReparseDeferralEnabled(False)  # nothing: another method
    ParserCreate().Parse(data)  # nothing: on by default
    ParserCreate().GetReparseDeferralEnabled()  # nothing: only asks


# file: old.py
# python: 3.12; expat 2.5.0
import xml.etree.ElementTree as ET
from xml.parsers import expat
from xml.sax import expatreader

import flask


def pull():
    parser = ET.XMLPullParser()
    for piece in flask.request.stream:
        parser.feed(piece)  # fail: old


def pieces():
    parser = expat.ParserCreate()
    parser.Parse(flask.request.get_data(), False)  # fail: old


class Feed:
    def read(self):
        for event, element in ET.iterparse(source=flask.request.stream):  # fail: old
            yield element
        reader = expatreader.ExpatParser()
        reader.feed(flask.request.data)  # fail: old


def own():
    ET.XMLPullParser().feed("<a/>")  # nothing: the program's own


# file: new.py
# python: 3.12; expat 2.6.0
import xml.etree.ElementTree as ET
from xml.parsers import expat
from xml.sax import expatreader

import flask


def pull():
    parser = ET.XMLPullParser()
    for piece in flask.request.stream:
        parser.feed(piece)  # pass: the Expat that the configuration names puts off parsing until a token is complete


def pieces():
    parser = expat.ParserCreate()
    parser.Parse(flask.request.get_data(), False)  # pass: the Expat that the configuration names puts off parsing until a token is complete


class Feed:
    def read(self):
        for event, element in ET.iterparse(source=flask.request.stream):  # pass: the Expat that the configuration names puts off parsing until a token is complete
            yield element
        reader = expatreader.ExpatParser()
        reader.feed(flask.request.data)  # pass: the Expat that the configuration names puts off parsing until a token is complete


def own():
    ET.XMLPullParser().feed("<a/>")  # nothing: the program's own
