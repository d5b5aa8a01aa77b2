import tornado.web
from tornado import iostream, tcpserver, websocket
from tornado.escape import json_decode, xhtml_escape
from tornado.httpclient import AsyncHTTPClient

from marks import reveal


class MainHandler(tornado.web.RequestHandler):
    def get(self, name):
        reveal(name)  # from: network
        reveal(self.get_argument("q"))  # from: network
        reveal(self.get_arguments("tag")[0])  # from: network
        reveal(self.get_query_argument("q"))  # from: network
        reveal(self.get_cookie("seen"))  # from: network
        reveal(self.request.body)  # from: network
        reveal(self.request.headers["X-Token"])  # from: network
        reveal(self.request.uri)  # from: network
        reveal(self.request.files["file"][0]["filename"])  # from: network
        reveal(json_decode(self.request.body)["path"])  # from: network
        reveal(xhtml_escape(self.get_argument("q")))  # from: network; clean: markup
        reveal(int(self.get_argument("page")))  # from: network; clean: shell
        reveal(self.request.method)  # from: constant
        reveal(self.request.remote_ip)  # from: constant
        reveal(self.get_secure_cookie("user"))  # from: stored

    def post(self):
        reveal(self.get_body_argument("name"))  # from: network
        reveal(self.path_kwargs["name"])  # from: network

    def helper(self, name):
        reveal(name)  # from: parameter


class Chat(websocket.WebSocketHandler):
    def open(self, room):
        reveal(room)  # from: network

    def on_message(self, message):
        reveal(message)  # from: network


class Echo(tcpserver.TCPServer):
    async def handle_stream(self, stream, address):
        reveal(await stream.read_until(b"\n"))  # from: network


async def fetch(url):
    response = await AsyncHTTPClient().fetch(url)
    reveal(response.body)  # from: network
