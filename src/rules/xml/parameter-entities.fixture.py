import pyexpat
import xml.parsers.expat
from xml.parsers import expat
from xml.parsers.expat import XML_PARAM_ENTITY_PARSING_ALWAYS, ParserCreate


def settings(flag):
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)  # fail: parsed
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    parser.SetParamEntityParsing(XML_PARAM_ENTITY_PARSING_ALWAYS)  # fail: parsed
    parser.SetParamEntityParsing(xml.parsers.expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)  # fail: parsed
    parser.SetParamEntityParsing(2)  # fail: parsed
    parser.SetParamEntityParsing(flag)  # open: unknown
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)  # pass: parameter entities are never parsed
    parser.SetParamEntityParsing(0)  # pass: parameter entities are never parsed


def foreign():
    parser = ParserCreate()
    parser.UseForeignDTD()  # fail: foreign
    parser.UseForeignDTD(True)  # fail: foreign
    parser.UseForeignDTD(False)  # pass: parameter entities are never parsed
    twin = pyexpat.ParserCreate()
    twin.UseForeignDTD(True)  # fail: foreign


class Debate:
    def SetParamEntityParsing(self, flag):
        pass


def unrelated(data):
    Debate().SetParamEntityParsing(2)  # nothing: another method
    parser = ParserCreate()
    parser.Parse(data, True)  # nothing: no setting
