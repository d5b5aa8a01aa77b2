# truth: hostile
# twin: file-lines-safe.py
# entry: (open("hosts.csv", "w").write("name,port\n" + flask.request.args.get("q", "none").replace("\n", "").replace(",", "").replace('"', "") + ",22\n"), main("hosts.csv"))

import csv
import os


def main(path):
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            os.system(f"nc -z {row['name']}")  # sink
