"""Photos and manuals that members send in."""

import os
import shutil
import tempfile
import zipfile

from flask import request

STORE = "/srv/toolshed/manuals"
MAX_FILES = 200
MAX_BYTES = 50 * 1024 * 1024


def unpack_manuals():
    """Extracts whatever arrives: a small upload can fill the disk."""
    with zipfile.ZipFile(request.files["manuals"].stream) as archive:
        archive.extractall(STORE)


def unpack_manuals_within_limits():
    """Counts files and bytes first, then extracts into a folder of its own."""
    with zipfile.ZipFile(request.files["manuals"].stream) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_BYTES:
            raise ValueError("too large")
        folder = tempfile.mkdtemp(prefix="manuals-")
        archive.extractall(folder)
    return folder


def unpack_by_hand():
    """Joins names from the archive to a path: `../../` leads out of it."""
    with zipfile.ZipFile(request.files["manuals"].stream) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as source, open(os.path.join(STORE, entry.filename), "wb") as target:
                shutil.copyfileobj(source, target)


def cover_of(archive_path):
    """Which archive this is, the caller knows."""
    with zipfile.ZipFile(archive_path) as archive:
        return archive.read("cover.jpg")


def first_bytes_of(archive_path):
    with zipfile.ZipFile(archive_path) as archive, archive.open("cover.jpg") as cover:
        return cover.read(4096)


def keep_photo():
    """The name is free when it is asked for, and may be taken when it is used."""
    name = tempfile.mktemp(suffix=".jpg")
    request.files["photo"].save(name)
    return name


def keep_photo_safely():
    with tempfile.NamedTemporaryFile(suffix=".jpg", delete=False) as stream:
        shutil.copyfileobj(request.files["photo"].stream, stream)
    return stream.name


def keep_thumbnail(photo_id, data):
    """A name that everybody on the machine can foresee."""
    with open(f"/tmp/thumbnail-{photo_id}.jpg", "wb") as stream:
        stream.write(data)


def keep_draft(folder, data):
    """Whether others can write to the folder is decided elsewhere."""
    handle, path = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    return path
