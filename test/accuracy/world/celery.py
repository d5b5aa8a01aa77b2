"""Stub of Celery: tasks are their functions; the entry of a program calls them as a worker would."""


class Celery:
    def __init__(self, *_args, **_options):
        pass

    def task(self, function=None, **_options):
        return function if function is not None else lambda real: real


def shared_task(function=None, **_options):
    return function if function is not None else lambda real: real
