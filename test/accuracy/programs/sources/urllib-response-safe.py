# truth: safe
# twin: urllib-response-hostile.py
# not-run: needs a network

import os
from urllib.request import urlopen


def latest():
    with urlopen("https://updates.example.org/version.txt", timeout=5) as response:
        return response.status


def main():
    os.system(f"pip install app=={latest()}")  # sink
