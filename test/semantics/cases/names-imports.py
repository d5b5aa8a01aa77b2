import os
import os.path
import pickle as p
import xml.etree.ElementTree as ET
import xml.dom.minidom
from subprocess import run as execute, Popen
from concurrent import futures

os.system("ls")  # name: os.system
os.path.join("a", "b")  # name: os.path.join
p.loads(b"")  # name: pickle.loads
ET.parse("x")  # name: xml.etree.ElementTree.parse
xml.dom.minidom.parse("x")  # name: xml.dom.minidom.parse
execute([])  # name: subprocess.run
Popen([])  # name: subprocess.Popen
futures.ThreadPoolExecutor()  # name: concurrent.futures.ThreadPoolExecutor

pickle.loads(b"")  # nothing
subprocess.run([])  # nothing
run([])  # nothing

try:
    import cPickle as pick
except ImportError:
    import pickle as pick
pick.loads(b"")  # name: pickle.loads

try:
    import simplejson as json
except ImportError:
    import json
json.loads("")  # name: json.loads | simplejson.loads

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader
reveal(Loader)  # name: yaml.CSafeLoader | yaml.SafeLoader

try:
    import orjson
except ImportError:
    orjson = None
orjson.loads("")  # name: orjson.loads

import _pickle
_pickle.loads(b"")  # name: pickle.loads
from six.moves import cPickle
cPickle.loads(b"")  # name: pickle.loads
from six.moves.urllib.request import urlopen
urlopen("x")  # name: urllib.request.urlopen


def inside():
    import marshal
    from shelve import open as open_shelf
    marshal.loads(b"")  # name: marshal.loads
    open_shelf("x")  # name: shelve.open


marshal.loads(b"")  # nothing
open_shelf("x")  # nothing


def optional():
    if unknown():
        import tarfile as archive
    else:
        import zipfile as archive
    archive.open("x")  # name: tarfile.open | zipfile.open


from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssl import SSLContext


def typed(context: "SSLContext"):
    context.wrap_socket(None)  # name: ssl.SSLContext.wrap_socket
