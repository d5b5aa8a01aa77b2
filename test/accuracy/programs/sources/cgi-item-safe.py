# truth: safe
# twin: cgi-item-hostile.py
# entry: None

import cgi
import os


def main():
    form = cgi.FieldStorage()
    if "size" not in form:
        return
    size = int(form["size"].value)
    os.system(f"head -c {size} /srv/data.bin")  # sink


main()
