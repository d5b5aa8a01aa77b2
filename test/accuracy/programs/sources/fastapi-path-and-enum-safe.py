# truth: safe
# twin: fastapi-path-and-enum-hostile.py
# entry: resize(flask.request.args.get("q", ""), Size.small)

import enum
import subprocess

from fastapi import FastAPI

app = FastAPI()


class Size(str, enum.Enum):
    small = "80x80"
    large = "800x800"


@app.post("/resize/{name}/{size}")
async def resize(name: str, size: Size):
    subprocess.run(f"mogrify -resize {size.value} logo.png", shell=True)  # sink
    return {"name": name}
