# truth: safe
# twin: tar-member-name-hostile.py
# not-run: needs an archive

import os
import tarfile


def scan(path):
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile():
                os.system(f"clamscan {int(member.size)}")  # sink
