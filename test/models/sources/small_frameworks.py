import aiosmtpd
import cherrypy
import web
from litestar import get
from webob import Request as WebObRequest
from werkzeug.wrappers import Request, Response

from marks import reveal


class Root:
    @cherrypy.expose
    def index(self, name="x"):
        reveal(name)  # from: network
        reveal(cherrypy.request.params["q"])  # from: network
        reveal(cherrypy.request.body.read())  # from: network
        reveal(cherrypy.request.method)  # from: constant
        reveal(cherrypy.session["user"])  # from: stored

    def hidden(self, name):
        reveal(name)  # from: parameter


class hello:
    def GET(self):
        reveal(web.input().name)  # from: network
        reveal(web.cookies().get("seen"))  # from: network
        reveal(web.ctx.path)  # from: network


@get("/books")
async def books(title: str, page: int):
    reveal(title)  # from: network
    reveal(page)  # from: constant


@Request.application
def application(request):
    reveal(request.args["q"])  # from: network
    reveal(request.method)  # from: constant
    return Response("ok")


def wrapped(environ, start_response):
    request = Request(environ)
    reveal(request.args["q"])  # from: network
    reveal(request.method)  # from: constant
    reveal(WebObRequest(environ).params["q"])  # from: network


class Mails:
    async def handle_DATA(self, server, session, envelope):
        reveal(envelope.content)  # from: network
        reveal(envelope.rcpt_tos[0])  # from: network
        reveal(server)  # from: parameter
