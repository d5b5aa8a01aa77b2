# truth: hostile
# twin: dedented-script-safe.py

import os
import textwrap

import flask


def view():
    user = flask.request.args["user"]
    script = textwrap.dedent(
        f"""
        echo {len(user)}
        echo {user}
        """
    )
    os.system(script)  # sink
