# truth: hostile
# twin: cgi-item-safe.py
# entry: None

import cgi
import os


def main():
    form = cgi.FieldStorage()
    if "size" not in form:
        return
    size = form["size"].value
    os.system(f"head -c {size} /srv/data.bin")  # sink


main()
