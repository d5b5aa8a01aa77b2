# truth: safe
# twin: starlette-endpoint-hostile.py
# known: undecided -- what is put on an application's state is not followed
# entry: whois(Request(app))

import subprocess

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def whois(request: Request):
    domain = request.query_params["domain"]
    subprocess.call("whois " + request.app.state.domain, shell=True)  # sink
    return PlainTextResponse(domain)


app = Starlette(routes=[Route("/whois", whois)])
app.state.domain = "example.org"
