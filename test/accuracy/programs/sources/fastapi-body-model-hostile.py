# truth: hostile
# twin: fastapi-body-model-safe.py
# entry: create(Job(command=flask.request.args.get("q", "")))

import subprocess

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Job(BaseModel):
    command: str
    niceness: int = 10


@app.post("/jobs")
async def create(job: Job):
    subprocess.run(f"nice -n {job.command} make", shell=True)  # sink
    return {"state": "started"}
