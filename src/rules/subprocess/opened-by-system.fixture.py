import os
import sys
import webbrowser
from webbrowser import open_new_tab

import flask


def chosen():
    os.startfile(flask.request.args["file"])  # fail: hostile
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^
    webbrowser.open(flask.request.args["address"])  # fail: hostile
    open_new_tab(url=flask.request.args["address"])  # fail: hostile
    browser = webbrowser.get()
    browser.open(flask.request.args["address"])  # fail: hostile


def handed_in(path, address):
    os.startfile(path)  # open: unknown
    webbrowser.open(address)  # nothing: mostly the program's own


def fixed():
    webbrowser.open("https://example.org/help")  # pass: the address is constant
    os.startfile("manual.pdf")  # pass: the address is constant
    webbrowser.open("https://example.org/?q=" + flask.request.args["q"])  # pass: only addresses with a fixed scheme are opened


def checked():
    address = flask.request.args["address"]
    if not address.startswith(("https://", "http://")):
        raise ValueError(address)
    webbrowser.open(address)  # pass: only addresses with a fixed scheme are opened


def show(arguments):
    webbrowser.open(arguments[0])  # nothing: the user of the program chooses


def main():
    webbrowser.open(sys.argv[1])  # nothing: the user of the program chooses
    show(sys.argv[2:])


def called_by_others_too():
    webbrowser.open(sys.argv[1])  # fail: hostile


if __name__ == "__main__":
    main()
    called_by_others_too()


@flask.Flask(__name__).route("/")
def page():
    called_by_others_too()


class Shop:
    def open(self, hours):
        pass

    def startfile(self, name):
        pass


def unrelated():
    Shop().open(flask.request.args["hours"])  # nothing: another method
    Shop().startfile(flask.request.args["file"])  # nothing: another method
