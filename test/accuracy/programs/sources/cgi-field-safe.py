# truth: safe
# twin: cgi-field-hostile.py
# not-run: needs cgi, which is gone since Python 3.13

import cgi
import os

form = cgi.FieldStorage()
name = form.getvalue("name", "nobody")
print("Content-Type: text/plain\n")
os.system("finger " + "nobody")  # sink
