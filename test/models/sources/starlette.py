from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from marks import reveal


async def homepage(request):
    reveal(request.query_params["q"])  # from: network
    reveal(await request.json())  # from: network
    reveal(request.path_params["name"])  # from: network
    reveal(request.app)  # from: constant
    reveal(request.method)  # from: constant
    reveal(request.session["cart"])  # from: stored
    reveal(int(request.query_params["page"]))  # from: network; clean: shell
    return PlainTextResponse("Hello")


async def other(given):
    reveal(given.query_params["q"])  # from: network
    reveal(given.method)  # from: constant


async def socket(websocket):
    reveal(await websocket.receive_text())  # from: network
    reveal(websocket.app)  # from: constant


class User(HTTPEndpoint):
    async def get(self, request):
        reveal(request.path_params["name"])  # from: network
        reveal(request.state)  # from: constant


class Echo(WebSocketEndpoint):
    async def on_receive(self, websocket, data):
        reveal(data)  # from: network


class Tokens(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        reveal(request.headers["x-token"])  # from: network
        return await call_next(request)


def helper(given):
    reveal(given)  # from: parameter


app = Starlette(routes=[Route("/", homepage), Route("/other", endpoint=other), WebSocketRoute("/ws", socket)])
