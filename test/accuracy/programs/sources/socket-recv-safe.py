# truth: safe
# twin: socket-recv-hostile.py
# entry: answer(type("Connection", (), {"recv": lambda self, size: flask.request.get_data(), "sendall": lambda self, data: None})())

import os
import socket


def answer(connection):
    line = connection.recv(1024).decode("latin-1").strip()
    os.system("cowsay " + "moo")  # sink
    connection.sendall(line.encode())


def main():
    server = socket.create_server(("127.0.0.1", 7000))
    while True:
        connection, _ = server.accept()
        answer(connection)
