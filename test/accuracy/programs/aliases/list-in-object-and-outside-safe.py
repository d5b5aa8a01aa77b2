# truth: safe
# twin: list-in-object-and-outside-hostile.py

import os

import flask


class Playlist:
    def __init__(self, songs):
        self.songs = list(songs)


def view():
    songs = ["jingle.ogg"]
    playlist = Playlist(songs)
    playlist.songs.insert(0, flask.request.form["song"])
    os.system("play " + songs[0])  # sink
