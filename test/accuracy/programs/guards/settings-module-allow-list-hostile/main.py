# truth: hostile
# twin: settings-module-allow-list-safe
import subprocess

from flask import Flask, request

import settings

app = Flask(__name__)


@app.route("/restart", methods=["POST"])
def view():
    unit = request.form["unit"]
    if unit in settings.HIDDEN:
        return "hidden"
    subprocess.check_call(f"systemctl restart {unit}", shell=True)  # sink
    return "restarted"
