from wsgiref.simple_server import make_server

from marks import reveal


def application(environ, start_response):
    reveal(environ["QUERY_STRING"])  # from: network
    reveal(environ.get("PATH_INFO", ""))  # from: network
    reveal(environ["HTTP_HOST"])  # from: network
    reveal(environ["wsgi.input"].read())  # from: network
    reveal(int(environ.get("CONTENT_LENGTH", 0)))  # from: network; clean: shell
    reveal(environ["SERVER_NAME"])  # from: constant
    reveal(environ["wsgi.url_scheme"])  # from: constant
    reveal(environ.get("REQUEST_METHOD"))  # from: constant
    start_response("200 OK", [])
    return []


class Middleware:
    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        reveal(environ["PATH_INFO"])  # from: network
        return self.app(environ, start_response)


def short(env, start_response):
    reveal(env["PATH_INFO"])  # from: network


def unlike(environ, start_response, more):
    reveal(environ["PATH_INFO"])  # from: parameter


def served(given, respond):
    reveal(given["PATH_INFO"])  # from: network


make_server("", 8000, served)
