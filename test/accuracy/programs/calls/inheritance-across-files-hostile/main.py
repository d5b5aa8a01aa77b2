# truth: hostile
# twin: inheritance-across-files-safe

import flask

from tools import FileTool


def view():
    tool = FileTool(flask.request.args["file"])
    tool.run()
