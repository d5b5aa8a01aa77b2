"""Stub of its request: the document is the payload."""

import heed_world


class Request:
    query_params = heed_world.Query()

    @property
    def data(self):
        return heed_world.data()
