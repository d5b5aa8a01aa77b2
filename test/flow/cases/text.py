import base64
import html
import json
import os.path
import pathlib
import string
import urllib.parse


def cut(x: str):
    line = "user:" + x
    reveal(line.split(":", 1))  # value: ["user", parameter x: builtins.str]
    reveal(line.split(":")[0])  # value: "user"
    reveal(line.partition(":"))  # value: ("user", ":", parameter x: builtins.str)
    reveal(line[:4])  # value: "user"
    reveal(line[0])  # value: "u"
    reveal(line[:0])  # value: ""
    path = x + "/report.txt"
    reveal(path.rsplit("/", 1))  # value: [parameter x: builtins.str, "report.txt"]
    reveal(path.split("/")[-1])  # value: "report.txt"
    reveal(path[-4:])  # value: ".txt"
    reveal(("title\n" + x).splitlines()[0])  # value: "title"
    reveal(("convert " + x).split()[0])  # value: "convert"
    reveal(line.removeprefix("user:"))  # value: parameter x: builtins.str
    reveal(line.startswith("user"))  # value: True
    reveal(line.startswith(("a", "b")))  # value: False
    reveal(line.find(":"))  # value: 4


def filled(x: str):
    reveal("log {b}".format_map({"a": x, "b": "fixed"}))  # value: "log fixed"
    reveal(string.Template("$b ${b}").substitute(a=x, b="c"))  # value: "c c"
    reveal("to HOST".replace("PORT", x))  # value: "to HOST"
    reveal("a-b".translate(str.maketrans("-", "_")))  # value: "a_b"
    reveal(string.digits + "x")  # value: "0123456789x"


def round_trips(x: str):
    reveal(x.encode().decode())  # value: parameter x: builtins.str
    reveal(base64.b64decode(base64.b64encode(x.encode())).decode())  # value: parameter x: builtins.str
    reveal(urllib.parse.unquote(urllib.parse.quote(x)))  # value: parameter x: builtins.str
    reveal(html.unescape(html.escape(x)))  # value: parameter x: builtins.str
    reveal(json.loads(json.dumps({"a": x, "b": "c"})))  # value: {"a": parameter x: builtins.str, "b": "c"}
    query = urllib.parse.urlencode({"user": x, "page": "1"})
    reveal(urllib.parse.parse_qs(query)["page"])  # value: ["1"]
    reveal(urllib.parse.urlsplit("https://a.example/" + x).netloc)  # value: "a.example"


def later(x: str):
    document = {"a": "b"}
    text = json.dumps(document)
    document["a"] = x
    reveal(json.loads(text))  # value: {"a": "b"}


def paths(x: str):
    reveal((pathlib.Path("/srv") / x / "cover.png").name)  # value: "cover.png"
    reveal(os.path.basename(os.path.join("/srv", x, "cover.png")))  # value: "cover.png"
