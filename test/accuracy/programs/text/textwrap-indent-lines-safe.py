# truth: safe
# twin: textwrap-indent-lines-hostile.py
import os
import textwrap

import flask


def view():
    script = textwrap.dedent("""
        set -e
        cd /srv/app
        make
    """)
    os.system(script)  # sink
    return flask.request.args.get("dir")
