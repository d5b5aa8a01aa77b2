# truth: hostile
# twin: tar-member-name-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("a.bin", "w").close(), (lambda archive: (archive.add("a.bin", arcname=flask.request.args.get("q", "a.bin")), archive.close()))(tarfile.open("in.tar", "w")), scan("in.tar"))

import os
import tarfile


def scan(path):
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile():
                os.popen(f"clamscan {member.name}")  # sink
