import multiprocessing
from multiprocessing.connection import Client, Listener

import zmq
import zmq.asyncio

from marks import reveal

with Listener(("localhost", 6000), authkey=b"secret") as listener:
    with listener.accept() as connection:
        reveal(connection.recv())  # from: network
        reveal(connection.recv_bytes())  # from: network
        reveal(connection.fileno())  # from: unknown

with Client(("localhost", 6000), authkey=b"secret") as client:
    reveal(client.recv()["path"])  # from: network

here, there = multiprocessing.Pipe()
reveal(here.recv())  # from: unknown

context = zmq.Context()
socket = context.socket(zmq.REP)
socket.bind("tcp://*:5555")
reveal(socket.recv())  # from: network
reveal(socket.recv_string())  # from: network
reveal(socket.recv_json()["path"])  # from: network
reveal(socket.recv_multipart()[0])  # from: network
reveal(int(socket.recv_string()))  # from: network; clean: shell
reveal(socket.getsockopt(zmq.TYPE))  # from: unknown


async def serve():
    waiting = zmq.asyncio.Context().socket(zmq.PULL)
    reveal(await waiting.recv())  # from: network
