# truth: safe
# twin: fastapi-declared-parameters-hostile.py
# entry: find(flask.request.args.get("q", ""))

import os
from typing import Annotated

from fastapi import FastAPI, Header, Query

app = FastAPI()


@app.get("/find")
def find(
    q: Annotated[str, Query(max_length=50)], depth: Annotated[int, Query(ge=1)] = 3, x_token: str = Header("")
):
    os.system(f"find /srv -maxdepth {depth} -name {'*.txt'}")  # sink
    return {"q": q, "token": len(x_token)}
