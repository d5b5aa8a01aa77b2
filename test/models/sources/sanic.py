from sanic import Blueprint, Request, Sanic, text
from sanic.views import HTTPMethodView

from marks import reveal

app = Sanic("app")
bp = Blueprint("bp")


@app.get("/<name:str>/<number:int>")
async def show(request, name, number):
    reveal(name)  # from: network
    reveal(number)  # from: constant
    reveal(request.args.get("q"))  # from: network
    reveal(request.args["q"][0])  # from: network
    reveal(request.json["path"])  # from: network
    reveal(request.form.get("name"))  # from: network
    reveal(request.files.get("file").name)  # from: network
    reveal(request.body)  # from: network
    reveal(request.headers["x-token"])  # from: network
    reveal(request.cookies.get("seen"))  # from: network
    reveal(request.url)  # from: network
    reveal(int(request.args.get("page")))  # from: network; clean: shell
    reveal(request.app.config)  # from: unknown
    reveal(request.ctx.user)  # from: unknown
    reveal(request.method)  # from: constant
    return text("ok")


@bp.post("/items")
async def create(request: Request):
    reveal(request.json)  # from: network
    reveal(request.app)  # from: constant


async def added(request, name):
    reveal(name)  # from: network
    reveal(request.args)  # from: network


app.add_route(added, "/added/<name>")


class Item(HTTPMethodView):
    async def get(self, request, name):
        reveal(request.args)  # from: network
        reveal(request.app)  # from: constant
        reveal(name)  # from: network


def helper(name):
    reveal(name)  # from: parameter
