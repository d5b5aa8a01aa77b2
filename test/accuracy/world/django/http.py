"""Stub of Django's requests and responses: every part of a request is the payload."""

import heed_world


class HttpRequest:
    GET = POST = COOKIES = headers = META = heed_world.Query()
    method = "POST"

    @property
    def body(self):
        return heed_world.body()

    def is_secure(self):
        return False


class HttpResponse:
    def __init__(self, content=b"", status=200, **_options):
        self.content, self.status_code = content, status


JsonResponse = HttpResponse
