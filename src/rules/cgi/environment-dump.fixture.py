#!/usr/bin/env python3
import cgi
import os
from cgi import print_environ, print_form as show_form

form = cgi.FieldStorage()
cgi.test()  # fail: dump
print_environ(os.environ)  # fail: dump
#^^^^^^^^^^^^^^^^^^^^^^^^
show_form(form)  # fail: dump
#^^^^^^^^^^^^^^
dump = cgi.print_directory
dump()  # fail: dump
cgi.print_exception()  # fail: dump

cgi.print_environ_usage()  # nothing: a list of names, without values
name = form.getfirst("name")  # nothing: reads a field


def check(cgi):
    cgi.test()  # nothing: a parameter of that name


class Suite:
    def test(self):
        return True

    def run(self):
        return self.test()  # nothing: a method of that name
