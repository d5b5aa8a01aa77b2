# truth: safe
# twin: app-pickled-session-hostile

import flask

from sessions import SessionStore

store = SessionStore(fallback=b"N.")


def view():
    store.save("guest", flask.request.get_data())
    store.save("robot", b"I1\n.")
    return repr(store.load("robot"))
