#!/usr/bin/env python3
import cgi
from cgi import FieldStorage

form = cgi.FieldStorage()
name = form.getvalue("name", "").strip()  # fail: text
#      ^^^^^^^^^^^^^^^^^^^^^^^^^
kind = FieldStorage().getvalue("kind").lower()  # fail: text
mail = form.getvalue("mail")  # fail: text
if mail.endswith("@example.org"):
    print("local")

first = form.getfirst("name", "").strip()  # pass: one value is asked for
every = form.getlist("name")  # pass: all values are asked for
city = form.getvalue("city")  # pass: the type is tested
if isinstance(city, str):
    print(len(city.strip()))

store = {"age": form.getvalue("age")}  # open: unknown


def handle(fields: cgi.FieldStorage):
    word = fields.getvalue("word").title()  # fail: text
    return word


class Grid:
    def getvalue(self, name):
        return name

    def read(self):
        return self.getvalue("name").strip()  # nothing: a method of that name


def untyped(anything):
    return anything.getvalue("name").strip()  # nothing: not known to be a form
