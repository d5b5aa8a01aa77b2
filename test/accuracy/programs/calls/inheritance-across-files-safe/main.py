# truth: safe
# twin: inheritance-across-files-hostile

import flask

from tools import FileTool


def view():
    tool = FileTool(flask.request.args["file"])
    tool.run()
