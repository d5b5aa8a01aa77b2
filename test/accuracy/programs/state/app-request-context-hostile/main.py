# truth: hostile
# twin: app-request-context-safe

import flask

import audit
import context


def view():
    with context.request_scope(user=flask.request.headers["X-User"], action="export"):
        audit.write()
    return "ok"
