# truth: safe
# twin: app-request-context-hostile

import flask

import audit
import context


def view():
    with context.request_scope(user=flask.request.headers["X-User"], action="export"):
        audit.write()
    return "ok"
