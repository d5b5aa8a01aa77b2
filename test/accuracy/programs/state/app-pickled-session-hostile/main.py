# truth: hostile
# twin: app-pickled-session-safe

import flask

from sessions import SessionStore

store = SessionStore(fallback=b"N.")


def view():
    store.save("guest", flask.request.get_data())
    store.save("robot", b"I1\n.")
    return repr(store.load("guest"))
