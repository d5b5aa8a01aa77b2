# truth: hostile
# twin: ssl-socket-safe.py
# entry: (setattr(__import__("main"), "socket", type("S", (), {"create_connection": lambda place: __import__("contextlib").nullcontext(None)})), setattr(__import__("main"), "ssl", type("T", (), {"create_default_context": lambda: type("X", (), {"wrap_socket": lambda *a, **k: __import__("contextlib").nullcontext(type("W", (), {"recv": lambda self, size: flask.request.get_data(), "cipher": lambda self: ("AES256", "TLSv1.3", 256)})())})()})), main())

import os
import socket
import ssl


def command_from(host):
    context = ssl.create_default_context()
    with socket.create_connection((host, 443)) as plain:
        with context.wrap_socket(plain, server_hostname=host) as secure:
            return secure.recv(100).decode()


def main():
    os.popen("logger " + command_from("updates.example.org"))  # sink
