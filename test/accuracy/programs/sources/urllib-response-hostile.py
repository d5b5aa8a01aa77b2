# truth: hostile
# twin: urllib-response-safe.py
# entry: (setattr(__import__("main"), "urlopen", lambda *a, **k: __import__("contextlib").nullcontext(type("R", (), {"status": 200, "read": lambda self: flask.request.get_data()})())), main())

import subprocess
from urllib.request import urlopen


def latest():
    with urlopen("https://updates.example.org/version.txt", timeout=5) as response:
        return response.read().decode().strip()


def main():
    subprocess.check_output(f"pip install app=={latest()}", shell=True)  # sink
