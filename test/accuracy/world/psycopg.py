"""Stub of psycopg: each query has one row, a text and a number; the text is the payload."""

import heed_world


class Cursor:
    def execute(self, _query, _values=()):
        return self

    def fetchall(self):
        return [self.fetchone()]

    def fetchone(self):
        return (heed_world.line(), 7)

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return False


class Connection(Cursor):
    def cursor(self):
        return Cursor()


def connect(_dsn, **_options):
    return Connection()
