# truth: hostile
# twin: iter-protocol-safe.py

import os

import flask


class Playlist:
    def __init__(self, songs):
        self.songs = songs
        self.fallback = ["jingle.ogg"]

    def __iter__(self):
        return iter(self.songs)


def view():
    for song in Playlist(flask.request.args["songs"].split(",")):
        os.system("mpg123 " + song)  # sink
