# truth: safe
# twin: fastapi-query-parameter-hostile.py
# entry: logs(7)

import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.get("/logs")
def logs(unit: int, lines: int = 20):
    subprocess.check_output(f"journalctl -n {lines} -u {unit}", shell=True)  # sink
    return {"unit": unit}
