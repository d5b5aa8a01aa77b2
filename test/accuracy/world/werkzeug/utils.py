"""Stub of werkzeug.utils: the file names that the real secure_filename gives."""

import os
import re
import unicodedata

_not_allowed = re.compile(r"[^A-Za-z0-9_.-]")


def secure_filename(filename):
    filename = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode("ascii")
    for separator in (os.sep, os.path.altsep):
        if separator:
            filename = filename.replace(separator, " ")
    return str(_not_allowed.sub("", "_".join(filename.split()))).strip("._")
