# truth: safe
# twin: file-lines-hostile.py
# entry: (open("hosts.csv", "w").write("name,port\n" + flask.request.args.get("q", "none").replace("\n", "").replace(",", "").replace('"', "") + ",22\n"), main("hosts.csv"))

import csv
import subprocess


def main(path):
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            subprocess.call(f"nc -z {int(row['port'])}", shell=True)  # sink
