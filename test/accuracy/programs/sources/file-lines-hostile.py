# truth: hostile
# twin: file-lines-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("hosts.csv", "w").write("name,port\n" + flask.request.args.get("q", "none").replace("\n", "").replace(",", "").replace('"', "") + ",22\n"), main("hosts.csv"))

import csv
import subprocess


def main(path):
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            subprocess.call(f"nc -z {row['name']}", shell=True)  # sink
