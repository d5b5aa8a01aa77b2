# truth: hostile
# twin: fastapi-query-parameter-safe.py
# entry: logs(flask.request.args.get("q", ""))

import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.get("/logs")
def logs(unit: str, lines: int = 20):
    subprocess.check_output(f"journalctl -n {lines} -u {unit}", shell=True)  # sink
    return {"unit": unit}
