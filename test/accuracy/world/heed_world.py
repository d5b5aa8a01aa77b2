"""The world that programs of the accuracy suite run in: what the outside sends them, and sinks that only take notes.

A run has one payload. Stub modules (flask and others beside this file) ask `text`, `body`, `data` and `Query` for it;
`install` puts recorders in the place of the standard library's sinks. A sink writes down whether the attack came
through: a shell that would run the command `owned`, a pickle that calls `owned.mark`, a path that leaves for `/owned`.
"""

import base64
import binascii
import builtins
import html.parser
import io
import json
import os
import re
import sys
import types
import urllib.parse

import shell

ABSENT = None
PICKLE = b"cowned\nmark\n(tR."
LOGGING = {"version": 1, "formatters": {"f": {"()": "owned.mark"}}}

#: texts that run `owned` where they stand in a shell command unquoted, or in some quotes
shell_attacks = [
    "x; owned #",
    "x;owned",
    "$(owned)",
    "`owned`",
    "'$(owned)",
    "'; owned; '",
    "\"; owned; \"",
    "x\nowned\n",
    "owned",
    "x && owned",
    "x | owned",
    "7; owned",
    "report.txt; owned",
    "-x; owned",
]
path_attacks = [
    "../../../../../../owned/db",
    "/owned/db",
    "....//....//....//....//....//....//owned/db",
    "sub/../../../../../../../owned/db",
]
url_attacks = [
    "http://owned.example/x",
    "https://owned.example/x",
    "file:///owned/db",
    "//owned.example/x",
    "@owned.example/x",
    ".owned.example/x",
]
markup_attacks = ["<script>owned()</script>", '" onload="owned()', "' onload='owned()"]
header_attacks = ["x\r\nOwned: 1"]
pickle_attacks = [
    PICKLE,
    base64.b64encode(PICKLE).decode(),
    base64.urlsafe_b64encode(PICKLE).decode(),
    binascii.hexlify(PICKLE).decode(),
]
config_attacks = [json.dumps(LOGGING)]
#: what people send who mean no harm
benign = ["report", "report.txt", "7", "", "a b", "csv", "index.html", ABSENT]

attacks = shell_attacks + path_attacks + url_attacks + markup_attacks + header_attacks + pickle_attacks + config_attacks


class Run:
    def __init__(self, payload):
        self.payload = payload
        self.records = []


run = Run(ABSENT)


def record(kind, what, is_hostile):
    run.records.append((kind, repr(what)[:200], bool(is_hostile), line_of_program()))


def line_of_program():
    """File and line of the innermost frame that belongs to the program."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.startswith("/program/"):
            return (frame.f_code.co_filename[len("/program/") :], frame.f_lineno)
        frame = frame.f_back
    return ("", 0)


# ---- what the outside sends


def as_text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else value if isinstance(value, str) else str(value)


def as_bytes(value):
    if isinstance(value, bytes):
        return value
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


def lookup(key):
    """The payload under a key; KeyError when the outside did not send it."""
    payload = run.payload
    if isinstance(payload, dict):
        return payload[key]
    if payload is ABSENT:
        raise KeyError(key)
    return payload


def text(key, default=None):
    try:
        return as_text(lookup(key))
    except KeyError:
        return default


def body():
    if isinstance(run.payload, dict) and "(body)" in run.payload:
        return as_bytes(run.payload["(body)"])
    return b"" if run.payload is ABSENT else as_bytes(run.payload)


def line(default=""):
    return default if run.payload is ABSENT else as_text(run.payload)


class AnyKey(dict):
    """A document that has the payload under whatever key it is asked for."""

    def __missing__(self, key):
        return as_text(lookup(key))

    def get(self, key, default=None):
        return text(key, default)

    def pop(self, key, default=None):
        return text(key, default)

    def __contains__(self, key):
        return run.payload is not ABSENT

    def items(self):
        return [] if run.payload is ABSENT else [("q", line())]

    def keys(self):
        return [key for key, _ in self.items()]

    def values(self):
        return [value for _, value in self.items()]

    def __iter__(self):
        return iter(self.keys())


def data():
    """The payload as a parsed JSON document."""
    return run.payload if isinstance(run.payload, (dict, list)) else AnyKey()


class Query:
    """Arguments, form fields, cookies, headers: a mapping of text."""

    def __getitem__(self, key):
        return as_text(lookup(key))

    def get(self, key, default=None, type=None):
        value = text(key)
        if value is None:
            return default
        try:
            return value if type is None else type(value)
        except ValueError:
            return default

    def getlist(self, key, type=None):
        value = self.get(key, type=type)
        return [] if value is None else [value]

    getall = get_all = getlist

    def items(self):
        if isinstance(run.payload, dict):
            return [(key, as_text(value)) for key, value in run.payload.items()]
        return [] if run.payload is ABSENT else [("q", line())]

    def keys(self):
        return [key for key, _ in self.items()]

    def values(self):
        return [value for _, value in self.items()]

    def to_dict(self, flat=True):
        return dict(self.items()) if isinstance(run.payload, dict) else AnyKey()

    dict = to_dict

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def __contains__(self, key):
        return text(key) is not None


def handle(handler, method="do_GET"):
    """Lets a class of http.server answer one request, whose path, headers and body are the payload."""
    one = handler.__new__(handler)
    payload = line()
    one.path = payload if payload.startswith("/") else "/" + payload
    one.command = method.partition("_")[2]
    one.headers = Query()
    one.rfile = io.BytesIO(body())
    one.wfile = Page()
    one.client_address = ("203.0.113.9", 4711)
    one.request_version = "HTTP/1.1"
    one.send_response = one.end_headers = one.send_error = one.log_message = lambda *_args, **_more: None
    one.send_header = lambda name, value: record("header", value, "\n" in str(value) or "\r" in str(value))
    getattr(one, method)()


class Page:
    def write(self, content):
        record("markup", content, runs_script(as_text(content)))
        return len(content)


def runs_script(page):
    found = []

    class Parser(html.parser.HTMLParser):
        def handle_starttag(self, tag, attributes):
            found.extend([tag] if tag == "script" else [])
            found.extend(name for name, value in attributes if name.startswith("on") and "owned" in (value or ""))

    Parser().feed(page)
    return bool(found)


# ---- sinks


def judge_command(kind, command, uses_shell):
    if isinstance(command, (str, bytes, os.PathLike)):
        command = as_text(os.fspath(command))
        program = command if not uses_shell else None
        hostile = shell.runs(command, "owned") if uses_shell else program.rsplit("/", 1)[-1].strip() == "owned"
    else:
        words = [as_text(os.fspath(word)) for word in command]
        first = words[0] if words else ""
        hostile = shell.runs(first, "owned") if uses_shell else first.rsplit("/", 1)[-1] == "owned"
        if not uses_shell and first.rsplit("/", 1)[-1] in shell.SHELLS and "-c" in words:
            hostile = hostile or any(shell.runs(word, "owned") for word in words[words.index("-c") + 1 :][:1])
    record(kind, command, hostile)


def leaves(path):
    """A path that was led out of where the program keeps its files."""
    path = os.path.normpath(as_text(os.fspath(path)))
    parts = path.split("/")
    is_neighbour = len(parts) > 2 and parts[1] == "srv" and parts[2].endswith("-owned")
    return path.startswith("..") or parts[1:2] == ["owned"] or bool(is_neighbour)


def is_foreign_address(url):
    try:
        split = urllib.parse.urlsplit(url)
    except ValueError:
        return False
    return (split.hostname or "").endswith("owned.example") or (split.scheme == "file" and split.path[:6] == "/owned")


def names_owned(config):
    if isinstance(config, dict):
        return any(
            (key in ("()", "class") and isinstance(value, str) and value.startswith("owned")) or names_owned(value)
            for key, value in config.items()
        )
    return isinstance(config, (list, tuple)) and any(names_owned(each) for each in config)


class Process:
    """What a started program looks like to the one that started it."""

    def __init__(self, text):
        self.returncode = 0
        self.pid = 4712
        self.stdout = io.StringIO("") if text else io.BytesIO(b"")
        self.stderr = self.stdout
        self.stdin = io.StringIO() if text else io.BytesIO()
        self.empty = "" if text else b""

    def communicate(self, *_args, **_more):
        return (self.empty, self.empty)

    def wait(self, *_args, **_more):
        return 0

    def poll(self):
        return 0

    def kill(self):
        return None

    terminate = kill

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return False


def install():
    """Puts recorders where the standard library has sinks, and inline stand-ins where it has threads and loops."""
    import logging.config
    import pickle
    import shelve
    import subprocess
    import xml.etree.ElementTree
    import xml.sax

    def system(command):
        judge_command("os.system", command, True)
        return 0

    def popen(command, mode="r", buffering=-1):
        judge_command("os.popen", command, True)
        return io.StringIO("")

    os.system, os.popen = system, popen

    def starter(name, finish):
        def start(args, *rest, **options):
            uses_shell = bool(options.get("shell", rest[7] if len(rest) > 7 else False))
            judge_command(name, args, uses_shell)
            is_text = bool(options.get("text") or options.get("universal_newlines") or options.get("encoding"))
            return finish(args, is_text)

        return start

    empty = lambda is_text: "" if is_text else b""
    completed = lambda args, is_text: subprocess.CompletedProcess(args, 0, empty(is_text), empty(is_text))
    subprocess.run = starter("subprocess.run", completed)
    subprocess.call = starter("subprocess.call", lambda args, is_text: 0)
    subprocess.check_call = starter("subprocess.check_call", lambda args, is_text: 0)
    subprocess.check_output = starter("subprocess.check_output", lambda args, is_text: empty(is_text))
    subprocess.Popen = starter("subprocess.Popen", lambda args, is_text: Process(is_text))

    def getstatusoutput(command, **_options):
        judge_command("subprocess.getoutput", command, True)
        return (0, "")

    subprocess.getstatusoutput = getstatusoutput
    subprocess.getoutput = lambda command, **options: getstatusoutput(command)[1]

    # Unpickling is real: an attack calls owned.mark(), which writes itself down.
    def noting(name, function, what):
        def noted(*args, **options):
            record(name, what(*args, **options), False)
            return function(*args, **options)

        return noted

    pickle.loads = noting("pickle.loads", pickle.loads, lambda data, **_more: data)
    pickle.load = noting("pickle.load", pickle.load, lambda file, **_more: "a file")

    class Unpickler(pickle._Unpickler):
        def load(self):
            record("pickle.Unpickler", "a file", False)
            return super().load()

    pickle.Unpickler = Unpickler

    def open_shelf(filename, *_args, **_options):
        record("shelve.open", filename, leaves(filename))
        return {}

    shelve.open = open_shelf

    def parse_tree(source, parser=None):
        if hasattr(source, "read"):
            source.read()
        else:
            record("ElementTree.parse", source, leaves(source))
        return types.SimpleNamespace(getroot=lambda: xml.etree.ElementTree.Element("root"))

    xml.etree.ElementTree.parse = parse_tree

    def parse_events(source, handler, errors=None):
        if not hasattr(source, "read"):
            is_address = "://" in str(source)
            record("sax.parse", source, is_foreign_address(source) if is_address else leaves(source))

    xml.sax.parse = parse_events

    def configure(config):
        record("logging.config.dictConfig", config, names_owned(config))

    logging.config.dictConfig = configure

    real_open = builtins.open

    def noted_open(file, *args, **options):
        where, _ = line_of_program()
        if where != "" and isinstance(file, (str, bytes, os.PathLike)):
            record("open", file, leaves(file))
        return real_open(file, *args, **options)

    builtins.open = io.open = noted_open
    import standins

    standins.install()


def text_payloads():
    return [*attacks, *benign]


key_asked_for = re.compile(r"""(?:\[|\bget(?:list)?\(|\bpop\()["']([\w-]+)["']""")
starts = ["report", "csv", "7", "10.0.0.1", "2024-02-29", "fe80::1%", "https://feeds.example", "../", "x\n", "-", "'", '"', "\\"]
ends = ["", "\n", "report", ".xml", "'", '"', "sh"]


def combinations(texts):
    """Attacks that begin and end like what a program may expect, and attacks in one key beside harmless others."""
    commands = [*shell_attacks, *path_attacks, *url_attacks]
    mixed = [start + attack + end for start in starts for attack in commands for end in ends]
    keys = sorted({key for text in texts for key in key_asked_for.findall(text)})
    if 1 < len(keys) < 8:
        harmless = ["report", "csv", "7", "", "no", "\0"]
        mixed += [
            {**dict.fromkeys(keys, other), key: attack} for key in keys for attack in commands for other in harmless
        ]
    return mixed
