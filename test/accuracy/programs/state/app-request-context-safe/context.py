import contextlib
import contextvars

_current = contextvars.ContextVar("current", default={})


@contextlib.contextmanager
def request_scope(**values):
    token = _current.set(values)
    try:
        yield values
    finally:
        _current.reset(token)


def current(name):
    return _current.get()[name]
