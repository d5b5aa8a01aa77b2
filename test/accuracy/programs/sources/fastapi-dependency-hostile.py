# truth: hostile
# twin: fastapi-dependency-safe.py
# entry: files(paging(order=flask.request.args.get("q", "")))

from os import system

from fastapi import Depends, FastAPI

app = FastAPI()


def paging(order: str = "name", limit: int = 10):
    return {"order": order, "limit": limit}


@app.get("/files")
def files(page: dict = Depends(paging)):
    system(f"ls --sort={page['order']}")  # sink
    return page
