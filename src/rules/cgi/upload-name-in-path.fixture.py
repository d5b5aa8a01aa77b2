#!/usr/bin/env python3
import cgi
import os
import pathlib
import uuid
from os.path import basename, join

ROOT = "/srv/uploads"
form = cgi.FieldStorage()
item = form["file"]

open(os.path.join(ROOT, item.filename), "wb")  # fail: path
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
page = form.getfirst("page")
open("pages/" + page)  # fail: path
open(f"pages/{page}.html")  # fail: path
os.remove(join(ROOT, form.getfirst("name")))  # fail: path

open(ROOT + os.environ["PATH_INFO"])  # fail: path
for field in form.keys():
    open(join(ROOT, field))  # fail: path

open(os.path.join(ROOT, os.path.basename(item.filename)), "wb")  # open: ending
open(join(ROOT, basename(page)))  # open: ending

name = form.getfirst("name")
if name in ("index", "about"):
    open(name)  # pass: the name is one of a fixed set
if name == "help":
    open(name)  # pass: the name is one of a fixed set
target = os.path.realpath(os.path.join(ROOT, name))
if os.path.commonpath([ROOT, target]) == ROOT:
    open(target)  # pass: the path was tested to lie in the directory

open(os.path.join(ROOT, uuid.uuid4().hex), "wb")  # nothing: a name of our own
open("/srv/uploads/index")  # nothing: a constant


def load(path):
    return open(path)  # nothing: where the path comes from is not known


def shadowed(open):
    return open(form.getfirst("name"))  # nothing: a parameter of that name
