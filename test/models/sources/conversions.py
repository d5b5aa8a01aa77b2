import ast
import base64
import binascii
import codecs
import copy
import datetime
import decimal
import html
import io
import ipaddress
import json
import os.path
import posixpath
import shlex
import ssl
import string
import textwrap
import urllib.parse
import uuid
import zlib

import markupsafe
import orjson
import six
import some_client
import yaml
from flask import request
from werkzeug.utils import secure_filename

from marks import reveal

name = request.args["name"]

# what goes through these is still what came in
reveal(base64.b64decode(name))  # from: network
reveal(base64.b64decode(base64.b64encode(name)))  # from: network
reveal(binascii.unhexlify(name))  # from: network
reveal(binascii.a2b_base64(name))  # from: network
reveal(urllib.parse.unquote(name))  # from: network
reveal(urllib.parse.parse_qs(name)["a"][0])  # from: network
reveal(urllib.parse.urlparse(name).path)  # from: network
reveal(urllib.parse.urljoin("https://example.org", name))  # from: network
reveal(html.unescape(name))  # from: network
reveal(json.loads(name)["path"])  # from: network
reveal(json.dumps({"a": name}))  # from: network
reveal(orjson.loads(name)["path"])  # from: network
reveal(yaml.safe_load(name)["path"])  # from: network
reveal(zlib.decompress(name))  # from: network
reveal(codecs.decode(name, "rot13"))  # from: network
reveal(textwrap.dedent(name))  # from: network
reveal(textwrap.wrap(name)[0])  # from: network
reveal(string.Template("$a").substitute(a=name))  # from: network
reveal(string.Template(name).substitute(a="x"))  # from: network
reveal(name.translate({10: None}))  # from: network
reveal(shlex.split(name)[0])  # from: network
reveal(copy.copy(name))  # from: network
reveal(copy.deepcopy([name])[0])  # from: network
reveal(io.StringIO(name).read())  # from: network
reveal(io.BytesIO(name.encode()).getvalue())  # from: network
reveal(ast.literal_eval(name))  # from: network
reveal(os.path.join("data", name))  # from: network
reveal(os.fsencode(name))  # from: network
reveal(six.ensure_str(name))  # from: network
reveal(name.encode().decode())  # from: network
reveal("%s.txt" % name)  # from: network
reveal("{}.txt".format(name))  # from: network
reveal(f"{name}.txt")  # from: network
reveal(name[1:])  # from: network
reveal(name.split(",")[0])  # from: network
reveal(",".join([name, "x"]))  # from: network
reveal(str(name))  # from: network
reveal(sorted([name])[0])  # from: network

# these leave nothing that could do harm, each for its own use
reveal(int(name))  # from: network; clean: shell sql code
reveal(float(name))  # from: network; clean: shell sql code
reveal(decimal.Decimal(name))  # from: network; clean: shell sql
reveal(uuid.UUID(name))  # from: network; clean: shell sql path-traversal
reveal(str(uuid.UUID(name)))  # from: network; clean: shell path-traversal
reveal(ipaddress.ip_address(name))  # from: network
reveal(datetime.datetime.fromisoformat(name))  # from: network; clean: shell sql
reveal(datetime.date.fromisoformat(name))  # from: network; clean: shell sql
reveal(datetime.datetime.strptime(name, "%Y"))  # from: network; clean: shell sql
reveal(shlex.quote(name))  # from: network; clean: shell
reveal(html.escape(name))  # from: network; clean: markup
reveal(markupsafe.escape(name))  # from: network; clean: markup
reveal(urllib.parse.quote(name, safe=""))  # from: network; clean: markup
reveal(secure_filename(name))  # from: network; clean: path-traversal
reveal(os.path.basename(name))  # from: network; clean: path-traversal
reveal(posixpath.basename(name))  # from: network; clean: path-traversal
reveal(repr(name))  # from: network; clean: header
reveal(f"hello {name!r}")  # from: network; clean: header

# these say nothing of what came in
reveal(len(name))  # from: constant
reveal(isinstance(name, str))  # from: constant
reveal(bool(name))  # from: constant

# these start from the code
reveal(base64.b64decode("aGk="))  # from: constant
reveal(json.loads('{"a": 1}')["a"])  # from: constant
reveal(io.StringIO("x").read())  # from: constant
reveal(textwrap.dedent("  x"))  # from: constant
reveal(six.ensure_str("x"))  # from: constant


def client_with_certificates():
    context = ssl.create_default_context(cafile=os.environ["CA_BUNDLE"])
    reveal(context)  # from: constant
    client = some_client.Client(context)
    reveal(client.fetch("settings").text)  # from: unknown
    other = some_client.Client(os.environ["NAME"])
    reveal(other.fetch("settings").text)  # from: environment
