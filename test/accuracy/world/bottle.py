"""Stub of Bottle: a request whose every part is the payload."""

import heed_world


class Request:
    query = forms = params = headers = heed_world.Query()

    @property
    def json(self):
        return heed_world.data()

    def get_header(self, name, default=None):
        return heed_world.text(name, default)


request = Request()


def route(_path=None, **_options):
    return lambda function: function


get = post = put = delete = route
