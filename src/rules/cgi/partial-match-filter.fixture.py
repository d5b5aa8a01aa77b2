#!/usr/bin/env python3
import cgi
import re
import subprocess
import sys
from re import match as fits

form = cgi.FieldStorage()
host = form.getfirst("host", "")

if not re.match(r"[A-Za-z0-9_.-]+", host):  # fail: part
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    sys.exit(1)
if not re.search(r"[a-z]+$", host):  # fail: part
    sys.exit(1)
if not fits(r"^[\w.-]+$", host):  # fail: newline
#      ^^^^^^^^^^^^^^^^^^^^^^^^
    sys.exit(1)

if not re.fullmatch(r"[\w.-]+", host):  # pass: the whole value is matched
    sys.exit(1)
if not re.match(r"[\w.-]+\Z", host):  # pass: the whole value is matched
    sys.exit(1)
if not re.search(r"\A[\w.-]+\Z", host):  # pass: the whole value is matched
    sys.exit(1)
subprocess.run(["/usr/bin/host", "--", host])

prefix = re.match(r"[a-z]+", host).group()  # nothing: takes the part that fits
pair = re.match(r"(\w+)=(\w+)", host)  # nothing: takes the value apart
re.match(r"[a-z]+", host)  # nothing: the answer is not used


def local(name):
    return re.match(r"[a-z]+", name)  # nothing: where the name comes from is not known


FILTER = re.compile(r"[\w.-]+")
if not FILTER.match(host):  # missed: part, compiled patterns are not judged
    sys.exit(1)
