# truth: hostile
# twin: urllib-response-safe.py
# not-run: needs a network

import os
from urllib.request import urlopen


def latest():
    with urlopen("https://updates.example.org/version.txt", timeout=5) as response:
        return response.read().decode().strip()


def main():
    os.system(f"pip install app=={latest()}")  # sink
