# truth: hostile
# twin: fastapi-upload-safe.py
# entry: load(__import__("fastapi").UploadFile())

import pickle

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/models")
async def load(model: UploadFile = File(...)):
    content = await model.read()
    loaded = pickle.loads(content)  # sink
    return {"loaded": repr(loaded)}
