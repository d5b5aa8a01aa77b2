"""Stub of cgi, which Python 3.13 has removed: a form whose every field is the payload."""

import heed_world


class Field:
    def __init__(self, value):
        self.value = value
        self.filename = value
        self.file = None


class FieldStorage:
    def __init__(self, *_args, **_options):
        pass

    def getvalue(self, key, default=None):
        return heed_world.text(key, default)

    getfirst = getvalue

    def getlist(self, key):
        value = heed_world.text(key)
        return [] if value is None else [value]

    def __contains__(self, key):
        return heed_world.text(key) is not None

    def __getitem__(self, key):
        return Field(heed_world.as_text(heed_world.lookup(key)))

    def keys(self):
        return heed_world.Query().keys()
