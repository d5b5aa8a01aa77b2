# truth: safe
# twin: fastapi-upload-hostile.py
# entry: load(__import__("fastapi").UploadFile())

import pickle

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/models")
async def load(model: UploadFile = File(...)):
    content = await model.read()
    loaded = pickle.loads(pickle.dumps(len(content)))  # sink
    return {"loaded": repr(loaded)}
