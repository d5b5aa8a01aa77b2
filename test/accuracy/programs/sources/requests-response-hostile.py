# truth: hostile
# twin: requests-response-safe.py
# entry: install()

import os

import requests


def install():
    answer = requests.get("https://releases.example.org/latest", timeout=10)
    release = answer.json()
    os.system("apt-get install " + release["package"])  # sink
