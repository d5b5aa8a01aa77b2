# truth: hostile
# twin: json-file-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("config.json", "w").write(json.dumps({"editor": flask.request.args.get("q", ""), "tabs": 4})), edit("config.json"))

import json
import os
import pathlib


def edit(path):
    config = json.loads(pathlib.Path(path).read_text())
    os.system(f"editor --use {config['editor']}")  # sink
