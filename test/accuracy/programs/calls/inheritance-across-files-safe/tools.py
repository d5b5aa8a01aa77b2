from base import Tool


class FileTool(Tool):
    program = "file"

    def __init__(self, path):
        self.path = path

    def arguments(self):
        return ["--brief", str(len(self.path))]
