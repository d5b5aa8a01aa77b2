import aiohttp
from aiohttp import web

from marks import reveal

routes = web.RouteTableDef()


@routes.get("/{name}")
async def show(request):
    reveal(request.match_info["name"])  # from: network
    reveal(request.match_info.get("name", "x"))  # from: network
    reveal(request.query["q"])  # from: network
    reveal(request.rel_url.query["q"])  # from: network
    reveal(request.headers["X-Token"])  # from: network
    reveal(request.cookies["seen"])  # from: network
    reveal(await request.json())  # from: network
    reveal((await request.post())["name"])  # from: network
    reveal(await request.read())  # from: network
    reveal(await request.text())  # from: network
    reveal(request.path)  # from: network
    reveal(request.app["db"])  # from: unknown
    reveal(request.method)  # from: constant
    reveal(request.transport)  # from: constant
    reveal(int(request.query["page"]))  # from: network; clean: shell
    reader = await request.multipart()
    part = await reader.next()
    reveal(part.filename)  # from: network
    return web.Response(text="ok")


async def added(given):
    reveal(given.query["q"])  # from: network
    reveal(given.app)  # from: constant


async def listed(given):
    reveal(await given.text())  # from: network


async def helper(given):
    reveal(given)  # from: parameter


class Item(web.View):
    async def get(self):
        reveal(self.request.query["q"])  # from: network
        reveal(self.request.app)  # from: constant


async def annotated(req: web.Request):
    reveal(req.query["q"])  # from: network


async def chat(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    reveal(await ws.receive_str())  # from: network
    async for message in ws:
        reveal(message.data)  # from: network


async def fetch(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            reveal(await response.text())  # from: network
            reveal(await response.json())  # from: network
            reveal(response.headers["Location"])  # from: network
            reveal(response.status)  # from: constant


app = web.Application()
app.router.add_get("/added", added)
app.add_routes([web.post("/listed", listed)])
