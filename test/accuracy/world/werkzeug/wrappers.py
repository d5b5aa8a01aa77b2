"""Stub of Werkzeug's request and response: every part of a request is the payload."""

import heed_world


class Request:
    args = form = headers = cookies = heed_world.Query()
    scheme = "http"
    method = "POST"

    def get_data(self, **_options):
        return heed_world.body()

    @classmethod
    def application(cls, function):
        return lambda _environ, _start_response: function(cls())


class Response:
    def __init__(self, response=None, status=200, **_options):
        self.response, self.status = response, status
