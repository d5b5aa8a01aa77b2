# truth: safe
# twin: ssl-socket-hostile.py
# not-run: needs a network

import os
import socket
import ssl


def command_from(host):
    context = ssl.create_default_context()
    with socket.create_connection((host, 443)) as plain:
        with context.wrap_socket(plain, server_hostname=host) as secure:
            return secure.cipher()[0]


def main():
    os.system("logger " + command_from("updates.example.org"))  # sink
