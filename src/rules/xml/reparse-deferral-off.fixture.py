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
