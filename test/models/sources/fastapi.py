import enum
from typing import Annotated, Literal, Optional
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Body, Cookie, Depends, FastAPI, File, Form, Header, Path, Query, Request, UploadFile, WebSocket
from pydantic import BaseModel

from marks import reveal

app = FastAPI()
router = APIRouter()


class Size(str, enum.Enum):
    small = "small"


class Item(BaseModel):
    name: str
    price: float


def open_database():
    return object()


@app.get("/items/{name}")
async def read_item(name: str, page: int, item: UUID, q: Optional[str] = None, size: Size = Size.small, unit: Literal["a", "b"] = "a"):
    reveal(name)  # from: network
    reveal(q)  # from: network
    reveal(page)  # from: constant
    reveal(item)  # from: constant
    reveal(size)  # from: constant
    reveal(unit)  # from: constant


@router.post("/items")
def create(item: Item, tasks: BackgroundTasks, db=Depends(open_database), token: Annotated[str, Header()] = "", when: Annotated[str, Depends(open_database)] = ""):
    reveal(item)  # from: network
    reveal(item.name)  # from: network
    reveal(token)  # from: network
    reveal(tasks)  # from: parameter
    reveal(db)  # from: constant
    reveal(when)  # from: constant


@app.post("/search")
def search(q: str = Query(min_length=3), body: str = Body(), seen: str = Cookie(None), login: str = Form()):
    reveal(q)  # from: network
    reveal(body)  # from: network
    reveal(login)  # from: network


@app.post("/upload")
async def upload(file: UploadFile, data: bytes = File()):
    reveal(file.filename)  # from: network
    reveal(await file.read())  # from: network
    reveal(data)  # from: network


@app.post("/raw")
async def raw(request: Request):
    reveal(await request.body())  # from: network
    reveal(await request.json())  # from: network
    reveal((await request.form())["name"])  # from: network
    reveal(request.query_params["q"])  # from: network
    reveal(request.headers["x-token"])  # from: network
    reveal(request.path_params["name"])  # from: network
    reveal(request.cookies.get("seen"))  # from: network
    reveal(request.url.path)  # from: network
    reveal(request.app.state.cache)  # from: unknown
    reveal(request.method)  # from: constant
    reveal(request.state.user)  # from: unknown


@app.websocket("/ws")
async def talk(websocket: WebSocket):
    await websocket.accept()
    reveal(await websocket.receive_text())  # from: network
    reveal(await websocket.receive_json())  # from: network
    reveal(websocket.query_params["token"])  # from: network
    async for text in websocket.iter_text():
        reveal(text)  # from: network


async def added(name: str):
    reveal(name)  # from: network


app.add_api_route("/added/{name}", added)


async def helper(name: str):
    reveal(name)  # from: parameter


def paging(order: str = "name", limit: int = 10):
    reveal(order)  # from: network
    reveal(limit)  # from: constant
    return {"order": order, "limit": limit}


def open_session():
    session = {"user": "nobody"}
    yield session


class Filter:
    def __init__(self, text: str):
        self.text = text


@app.get("/pages")
def pages(page=Depends(paging), also: Annotated[dict, Depends(paging)] = None, session=Depends(open_session), chosen: Filter = Depends(Filter)):
    reveal(page["order"])  # from: network
    reveal(page["limit"])  # from: constant
    reveal(also["order"])  # from: network
    reveal(session["user"])  # from: constant
    reveal(chosen.text)  # from: network
