# truth: hostile
# twin: multiprocessing-connection-safe.py
# entry: (setattr(__import__("main"), "Listener", lambda *a, **k: __import__("contextlib").nullcontext(type("L", (), {"accept": lambda self: __import__("contextlib").nullcontext(type("C", (), {"recv_bytes": lambda self: flask.request.get_data()})())})())), main(b"secret"))

import os
from multiprocessing.connection import Listener


def main(key):
    with Listener(("127.0.0.1", 6000), authkey=key) as listener:
        with listener.accept() as connection:
            command = connection.recv_bytes().decode()
            os.system("at-job " + command)  # sink
