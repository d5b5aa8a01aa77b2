import asyncio
import pickle
import socket
import ssl
from pickle import dumps as pack


def client(host, thing):
    connection = socket.create_connection((host, 9000))
    connection.sendall(pickle.dumps(thing))  # fail: sent
    #                  ^^^^^^^^^^^^^^^^^^^
    message = pack(thing, protocol=5)
    connection.send(message)  # fail: sent


def server(thing):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 9000))
        listener.sendto(pickle.dumps(thing), ("127.0.0.1", 9001))  # fail: sent


def secure(host, thing):
    context = ssl.create_default_context()
    with context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host) as connection:
        connection.sendall(pickle.dumps(thing))  # fail: sent


async def stream(writer: asyncio.StreamWriter, thing):
    writer.write(pickle.dumps(thing))  # fail: sent


def framed(host, thing):
    connection = socket.create_connection((host, 9000))
    body = pickle.dumps(thing)
    connection.sendall(len(body).to_bytes(4, "big") + body)  # fail: sent


def harmless(path, connection, thing):
    with open(path, "wb") as out:
        out.write(pickle.dumps(thing))  # nothing: a file of its own
    connection.sendall(b"hello")  # nothing: no pickle
    connection.sendall(pickle.dumps(thing))  # nothing: the type of the connection is not known
