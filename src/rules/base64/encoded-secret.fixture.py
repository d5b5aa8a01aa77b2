import base64
import os
import urllib.request
from base64 import b64decode

import requests

DB_PASSWORD = base64.b64decode("aHVudGVyMi1odW50ZXIy").decode()  # fail: literal
#                              ^^^^^^^^^^^^^^^^^^^^^^
API_KEY = b64decode(b"c2stbGl2ZS1hYmNkZWY=")  # fail: literal
ENCODED = "cy1lLWMtci1lLXQ="
settings = {"secret_key": base64.b64decode(ENCODED)}  # fail: literal
#                                          ^^^^^^^

SESSION_SECRET = base64.b64decode(os.environ["SESSION_SECRET"])  # pass: the secret is not part of the program
LOGO = base64.b64decode("iVBORw0KGgo=")  # nothing: not a secret by name
PUBLIC_API_KEY = base64.b64decode("c2stbGl2ZS1hYmNkZWY=")  # nothing: meant to be public
token_count = int(base64.b64decode("MTIzNDU2Nzg="))  # nothing: a number of tokens
EMPTY_PASSWORD = base64.b64decode("")  # nothing: nothing in it
fake_token = base64.b64decode("ZmFrZS1mYWtlLWZha2U=")  # nothing: stands in for a token


def read_token(text):
    token = base64.b64decode(text)  # nothing: not in the source
    return token


def fetch(user, password, url):
    credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
    requests.get("http://intranet.example/report", headers={"Authorization": f"Basic {credentials}"})  # fail: clear
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    requests.get("https://intranet.example/", headers={"Authorization": "Basic " + credentials})  # pass: the credentials travel over https
    requests.post(url, headers={"Authorization": "Basic " + credentials})  # open: scheme
    requests.get("http://localhost:8080/", headers={"Authorization": "Basic " + credentials})  # pass: the request stays on this machine
    requests.get("http://intranet.example/", headers={"Accept": "text/plain"})  # nothing: no credentials
    headers = {"Authorization": "Basic " + credentials}
    urllib.request.Request("http://intranet.example/", headers=headers)  # fail: clear
    headers["Accept"] = "text/plain"
    return requests.get("http://intranet.example/", headers=headers)  # fail: clear
