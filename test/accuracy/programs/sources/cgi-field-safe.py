# truth: safe
# twin: cgi-field-hostile.py
# entry: None

import cgi
import os

form = cgi.FieldStorage()
name = form.getvalue("name", "nobody")
print("Content-Type: text/plain\n")
os.system("finger " + "nobody")  # sink
