# What the parsers of this Python make of documents: reads paths of files, one a line, and prints a line of JSON for each.

import json
import sys
import xml.dom.minidom
import xml.dom.pulldom
import xml.etree.ElementTree
import xml.parsers.expat
import xml.sax

sys.setrecursionlimit(10000)


def outcome(parse):
    try:
        return parse()
    except RecursionError:
        return 'recursion'
    except Exception as error:
        return 'refuses: ' + str(error)


def etree(path):
    # iterparse keeps nothing that is cleared: some of these are large
    for _, element in xml.etree.ElementTree.iterparse(path):
        element.clear()
    return 'reads'


def sax(path):
    class Handler(xml.sax.ContentHandler):
        skipped = None

        def skippedEntity(self, name):
            if not name.startswith('%') and name != '[dtd]':
                self.skipped = name

    handler = Handler()
    xml.sax.parse(path, handler)
    return 'reads' if handler.skipped is None else 'leaves out'


def minidom(path):
    xml.dom.minidom.parse(path).unlink()
    return 'reads'


def pulldom(path):
    for _ in xml.dom.pulldom.parse(path):
        pass
    return 'reads'


def sizes(path):
    """Bytes of text, of the values of attributes, of those that are defaults, and elements by name."""
    found = {'text': 0, 'given': 0, 'all': 0, 'elements': {}}

    def run(only_specified):
        parser = xml.parsers.expat.ParserCreate()
        parser.specified_attributes = only_specified

        def text(data):
            found['text'] += len(data.encode())

        def start(name, attributes):
            found['given' if only_specified else 'all'] += sum(len(each.encode()) for each in attributes.values())
            if only_specified:
                found['elements'][name] = found['elements'].get(name, 0) + 1

        if only_specified:
            parser.CharacterDataHandler = text
        parser.StartElementHandler = start
        with open(path, 'rb') as file:
            parser.ParseFile(file)

    run(True)
    run(False)
    return found


for line in sys.stdin:
    kind, path = line.rstrip('\n').split(' ', 1)
    if kind == 'sizes':
        print(json.dumps(outcome(lambda: sizes(path))))
    elif kind == 'etree':
        print(json.dumps(outcome(lambda: etree(path))))
    else:
        names = {'xml.etree.ElementTree': etree, 'xml.dom.minidom': minidom, 'xml.sax': sax, 'xml.dom.pulldom': pulldom}
        print(json.dumps({name: outcome(lambda: parse(path)) for name, parse in names.items()}))
