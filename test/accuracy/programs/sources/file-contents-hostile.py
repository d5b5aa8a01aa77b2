# truth: hostile
# twin: file-contents-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("job.txt", "w").write(flask.request.args.get("q", "none")), main("job.txt"))

import os


def main(path):
    with open(path) as file:
        job = file.read().strip()
    os.system("run-job " + job)  # sink
