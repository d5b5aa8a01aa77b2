"""Stub of Sanic's responses."""


def text(body, **_options):
    return body


html = json = text
