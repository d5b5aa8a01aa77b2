"""Stub of requests: every answer is the payload."""

import heed_world


class HTTPError(Exception):
    pass


class Response:
    status_code = 200
    ok = True
    reason = "OK"
    headers = heed_world.Query()

    @property
    def content(self):
        return heed_world.body()

    @property
    def text(self):
        return heed_world.line()

    def json(self):
        return heed_world.data()

    def raise_for_status(self):
        return None

    def iter_lines(self):
        return iter(heed_world.body().splitlines())

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return False


def request(_method, _url, **_options):
    return Response()


def get(_url, **_options):
    return Response()


post = put = delete = head = get


class Session:
    headers = {}

    def get(self, _url, **_options):
        return Response()

    post = put = delete = head = get

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return False
