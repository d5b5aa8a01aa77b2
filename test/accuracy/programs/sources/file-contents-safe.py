# truth: safe
# twin: file-contents-hostile.py
# entry: (open("job.txt", "w").write(flask.request.args.get("q", "none")), main("job.txt"))

import os


def main(path):
    with open(path) as file:
        job = file.read().strip()
    os.system("run-job " + str(len(job)))  # sink
