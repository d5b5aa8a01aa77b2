# truth: hostile
# twin: app-undo-stack-safe.py

import subprocess

import flask


class Editor:
    def __init__(self):
        self.text = "true"
        self._undo = []

    def set(self, text):
        self._undo.append(self.text)
        self.text = text

    def undo(self):
        if self._undo:
            self.text = self._undo.pop()


def view():
    editor = Editor()
    editor.set("uptime")
    editor.set(flask.request.form["script"])
    editor.set("date")
    editor.undo()
    subprocess.call(editor.text, shell=True)  # sink
    return "ok"
