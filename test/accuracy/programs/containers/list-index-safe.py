# truth: safe
# twin: list-index-hostile.py
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/search")
def view():
    options = ["--recursive", "--line-number", request.args["pattern"]]
    options.insert(0, "--color=never")
    pattern = options[2]
    found = subprocess.run(f"grep {options[1]} {pattern} /var/log/app", shell=True, capture_output=True)  # sink
    return found.stdout
