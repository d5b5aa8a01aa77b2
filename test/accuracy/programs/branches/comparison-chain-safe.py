# truth: safe
# twin: comparison-chain-hostile.py
import subprocess

from flask import Flask, request

app = Flask(__name__)
LEVEL = 5


@app.route("/compress", methods=["POST"])
def view():
    extra = request.form["options"]
    options = "-q"
    if 0 < LEVEL <= 3:
        options = extra
    subprocess.call("gzip " + options + " /var/spool/out.txt", shell=True)  # sink
    return "done"
