# truth: hostile
# twin: tar-member-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("a.bin", "wb").write(flask.request.get_data() or b"N."), (lambda archive: (archive.add("a.bin"), archive.close()))(tarfile.open("in.tar", "w")), load("in.tar"))

import pickle
import tarfile


def load(path):
    with tarfile.open(path) as archive:
        member = archive.extractfile(archive.getmembers()[0])
        content = member.read()
    return pickle.loads(content)  # sink
