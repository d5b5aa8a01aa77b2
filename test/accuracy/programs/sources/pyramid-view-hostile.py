# truth: hostile
# twin: pyramid-view-safe.py
# entry: tag(__import__("pyramid.request").request.Request(**{"tag.message": "release"}))

import os

from pyramid.response import Response
from pyramid.view import view_config


@view_config(route_name="tag")
def tag(request):
    name = request.params["name"]
    message = request.registry.settings["tag.message"]
    os.system("git tag -m " + name)  # sink
    return Response(name)
