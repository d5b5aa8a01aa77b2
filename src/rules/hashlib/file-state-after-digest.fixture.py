# python: 3.11
import hashlib
import io
from hashlib import file_digest as digest_of
from pathlib import Path


def hash_and_read(path):
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256")  # fail: read
        #                            ^^^^
        return digest, file.read()


def hash_and_iterate(path):
    stream = open(path, mode="rb")
    digest = digest_of(stream, hashlib.sha256)  # fail: read
    for line in stream:
        print(line)
    stream.close()
    return digest


def hash_and_append(path):
    with Path(path).open("r+b") as file:
        digest = hashlib.file_digest(fileobj=file, digest="sha256")  # fail: read
        file.write(digest.digest())


def in_text_mode(path):
    with open(path) as file:
        return hashlib.file_digest(file, "sha256")  # fail: text


def in_text_mode_too(path):
    with io.open(path, "r") as file:
        return digest_of(file, "sha256")  # fail: text


def alone(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # pass: the file is opened in binary mode, and only closed afterwards


def closed(path):
    file = open(path, "rb", buffering=0)
    digest = digest_of(file, "sha256")  # pass: the file is opened in binary mode, and only closed afterwards
    file.close()
    return digest


def rewound(path):
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256")  # pass: the position of the file is set again before it is read on
        file.seek(0)
        return digest, file.read()


def chosen(path, mode):
    with open(path, mode) as file:
        return hashlib.file_digest(file, "sha256")  # open: mode


def handed_in(file):
    digest = hashlib.file_digest(file, "sha256")  # nothing: it is not known how the file was opened
    return digest, file.read()


def in_memory(data):
    buffer = io.BytesIO(data)
    digest = hashlib.file_digest(buffer, "sha256")  # nothing: no file
    return digest, buffer.read()
