import hashlib
import hashlib as h
import os
import random
from hashlib import md5, sha1 as digest_of

import flask
import requests
from flask import request

CACHE = {}


def sign_request(body):
    return hashlib.md5(body).hexdigest()  # fail: security
    #      ^^^^^^^^^^^^^^^^^


def login(user):
    session_token = hashlib.sha1(user.encode()).hexdigest()  # fail: security
    user.auth_hash = h.new("MD5", user.blob).hexdigest()  # fail: security
    csrf = md5(user.blob, usedforsecurity=True)  # fail: security
    return session_token, csrf.hexdigest()


def is_pinned_certificate(der):
    state = digest_of()  # fail: security
    state.update(der)
    return state.hexdigest()


def verify_signature(path, expected):
    with open(path, "rb") as stream:
        found = hashlib.file_digest(stream, "sha1")  # fail: security
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    return found.hexdigest() == expected


def mac_of(message):
    signature = hashlib.md5(message, usedforsecurity=False).digest()  # fail: denied
    #                                                ^^^^^
    return signature


def cache_key(url):
    return hashlib.md5(url.encode()).hexdigest()  # pass: the names around it speak of a cache key, an ETag or other bookkeeping


def respond(body):
    etag = md5(body).hexdigest()  # pass: the names around it speak of a cache key, an ETag or other bookkeeping
    CACHE["shard"] = hashlib.new("md5", body).digest()  # pass: the names around it speak of a cache key, an ETag or other bookkeeping
    name = h.sha1(body, usedforsecurity=False).hexdigest()  # pass: usedforsecurity=False, and no name speaks of security
    return etag, name


def certificate_fingerprint(der):
    return digest_of(der).hexdigest()  # open: unknown


def describe(body, strict):
    first = hashlib.md5(body).hexdigest()  # open: unknown
    second = hashlib.new("sha1")  # open: unknown
    second.update(body)
    third = hashlib.md5(body, usedforsecurity=strict).hexdigest()  # open: option
    return first, second.hexdigest(), third


class ApopCredentials:
    def check_signature(self, response):
        return hashlib.md5(self.magic).hexdigest() == response  # open: protocol


class Player:
    def _call_api(self, path, query=None, headers=None):
        return path, query, headers

    def sign_query(self, query):
        query["sign"] = hashlib.md5(query["id"].encode()).hexdigest()  # open: service
        return query

    def play(self, video):
        auth = hashlib.md5(video.encode())  # open: service
        auth.update(b"2f1a")
        params = {"id": video}
        params["auth"] = auth.hexdigest()
        self._call_api("play", query=self.sign_query(params))
        return requests.get("https://video.example/", headers={"X-Token": md5(video).hexdigest()})  # open: service

    def answer(self, video):
        token = md5(video).hexdigest()  # fail: security
        stored = {"token": token}
        self.save(params=stored)
        return flask.Response(headers={"X-Auth-Token": md5(video).hexdigest()})  # fail: security

    def save(self, params):
        return params


def identifiers():
    session_id = hashlib.md5(str(random.random()).encode()).hexdigest()  # nothing: the random number is judged
    token = hashlib.sha1(os.urandom(32)).hexdigest()  # nothing: random bytes
    return session_id, token


def sizes():
    signature_size = digest_of().digest_size  # nothing: nothing is hashed
    return signature_size


def strong(body):
    hashlib.new("sha256", body)  # nothing: a strong algorithm
    hashlib.file_digest(request.stream, "sha512")  # nothing: a strong algorithm
    return hashlib.sha256(body).hexdigest()  # nothing: a strong algorithm


def shadowed(md5, token):
    return md5(token)  # nothing: a parameter of that name


class Table:
    def md5(self, token):
        return token

    def session_token(self, token):
        return self.md5(token)  # nothing: a method of that name
