from pyramid.config import Configurator
from pyramid.request import Request
from pyramid.response import Response
from pyramid.view import view_config

from marks import reveal


@view_config(route_name="hello", renderer="json")
def hello(request):
    reveal(request.params["q"])  # from: network
    reveal(request.GET.get("q"))  # from: network
    reveal(request.POST["name"])  # from: network
    reveal(request.POST["file"].filename)  # from: network
    reveal(request.matchdict["name"])  # from: network
    reveal(request.json_body["path"])  # from: network
    reveal(request.body)  # from: network
    reveal(request.headers["X-Token"])  # from: network
    reveal(request.cookies["seen"])  # from: network
    reveal(request.path_info)  # from: network
    reveal(int(request.params["page"]))  # from: network; clean: shell
    reveal(request.session["cart"])  # from: stored
    reveal(request.registry.settings)  # from: shipped
    reveal(request.method)  # from: constant
    reveal(request.authenticated_userid)  # from: constant
    return {}


@view_config(context=object)
def contextual(context, request):
    reveal(request.params["q"])  # from: network
    reveal(context)  # from: parameter


class Views:
    def __init__(self, request):
        self.request = request
        reveal(request.params["q"])  # from: network

    @view_config(route_name="item")
    def item(self):
        reveal(self.request.params["q"])  # from: network
        reveal(self.request.method)  # from: constant


def annotated(given: Request):
    reveal(given.params["q"])  # from: network


def added(given, request):
    reveal(request.params["q"])  # from: network
    reveal(given)  # from: parameter


with Configurator() as config:
    config.add_view(added, route_name="added")
