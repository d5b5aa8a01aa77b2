# truth: safe
# twin: requests-response-hostile.py
# entry: install()

import os

import requests


def install():
    answer = requests.get("https://releases.example.org/latest", timeout=10)
    release = answer.json()
    os.system("apt-get install " + ("app-beta" if release.get("beta") else "app"))  # sink
