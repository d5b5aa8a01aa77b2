# truth: safe
# twin: json-file-hostile.py
# entry: (open("config.json", "w").write(json.dumps({"editor": flask.request.args.get("q", ""), "tabs": 4})), edit("config.json"))

import json
import os
import pathlib


def edit(path):
    config = json.loads(pathlib.Path(path).read_text())
    os.system(f"editor --use {int(config['tabs'])}")  # sink
