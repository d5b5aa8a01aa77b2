# truth: hostile
# twin: zip-member-name-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (zipfile.ZipFile("in.zip", "w").writestr(flask.request.args.get("q", "") or "a.txt", "x"), unpack("in.zip"))

import os
import zipfile


def unpack(path):
    with zipfile.ZipFile(path) as archive:
        for number, name in enumerate(archive.namelist()):
            os.system(f"clamscan {name}")  # sink
