# truth: hostile
# twin: textwrap-indent-lines-safe.py
import os
import textwrap

import flask


def view():
    script = textwrap.dedent("""
        set -e
        cd %s
        make
    """)  % flask.request.args["dir"]
    os.system(script)  # sink
    return flask.request.args.get("dir")
