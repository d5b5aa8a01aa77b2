# truth: hostile
# twin: cgi-item-safe.py
# not-run: needs cgi, which is gone since Python 3.13

import cgi
import os


def main():
    form = cgi.FieldStorage()
    if "size" not in form:
        return
    size = form["size"].value
    os.system(f"head -c {size} /srv/data.bin")  # sink


main()
