import codecs
import configparser
import csv
import gzip
import json
import sys
import tarfile
import zipfile
from importlib import resources
from pathlib import Path

import yaml

from marks import reveal

# whoever chooses the file chooses what stands in it
reveal(open(sys.argv[1]).read())  # from: argument
with open(sys.argv[1]) as file:
    reveal(file.readline())  # from: argument
    for line in file:
        reveal(line)  # from: argument
    reveal(json.load(file)["path"])  # from: argument
    for row in csv.reader(file):
        reveal(row[0])  # from: argument
    reveal(yaml.safe_load(file)["path"])  # from: argument
reveal(Path(sys.argv[1]).read_text())  # from: argument
reveal(gzip.open(sys.argv[1]).read())  # from: argument
reveal(codecs.open(sys.argv[1]).read())  # from: argument
# a path in the code: someone else may write it
reveal(open("data.txt").read())  # from: file
reveal(open("/tmp/data.txt").read())  # from: file
reveal(int(open("data.txt").read()))  # from: file; clean: shell
# part of the project
reveal((Path(__file__).parent / "data.txt").read_text())  # from: shipped
reveal(resources.read_text("app", "data.txt"))  # from: shipped
reveal(open(__file__).read())  # from: shipped

# which file, and who writes it, is not seen
config = configparser.ConfigParser()
config.read("settings.ini")
reveal(config["server"]["host"])  # from: unknown
reveal(config.get("server", "host"))  # from: unknown

with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        reveal(name)  # from: argument
    for member in archive.infolist():
        reveal(member.filename)  # from: argument
    reveal(archive.read("name"))  # from: argument

with tarfile.open("data.tar") as archive:
    for member in archive:
        reveal(member.name)  # from: unknown
    for member in archive.getmembers():
        reveal(member.linkname)  # from: unknown
        reveal(member.isfile())  # from: unknown


def load(path):
    reveal(open(path).read())  # from: parameter
