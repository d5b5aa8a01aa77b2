# truth: safe
# twin: dedented-script-hostile.py

import os
import textwrap

import flask


def view():
    user = flask.request.args["user"]
    script = textwrap.dedent(
        f"""
        echo {len(user)}
        echo {user.count("a")}
        """
    )
    os.system(script)  # sink
