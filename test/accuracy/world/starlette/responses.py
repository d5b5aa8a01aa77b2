"""Stub of Starlette's responses."""


class Response:
    def __init__(self, content=None, status_code=200, **_options):
        self.content, self.status_code = content, status_code


PlainTextResponse = JSONResponse = HTMLResponse = Response
