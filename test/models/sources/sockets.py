import asyncio
import socket
import ssl

from marks import reveal

connection = socket.create_connection(("example.org", 80))
reveal(connection.recv(1024))  # from: network
reveal(connection.recvfrom(1024)[0])  # from: network
reveal(connection.recv(1024).decode("ascii").strip())  # from: network
with connection.makefile("rb") as file:
    reveal(file.readline())  # from: network
reveal(connection.getsockname())  # from: unknown
reveal(connection.fileno())  # from: unknown

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("localhost", 8000))
server.listen()
client, address = server.accept()
reveal(client.recv(10))  # from: network
reveal(int(client.recv(10)))  # from: network; clean: shell
reveal(len(client.recv(10)))  # from: constant

context = ssl.create_default_context()
with context.wrap_socket(connection, server_hostname="example.org") as secure:
    reveal(secure.recv(10))  # from: network
    reveal(secure.read(10))  # from: network
    reveal(secure.version())  # from: constant


async def talk():
    reader, writer = await asyncio.open_connection("example.org", 80)
    reveal(await reader.readline())  # from: network
    reveal(await reader.read(100))  # from: network
    reveal(reader.at_eof())  # from: unknown


async def serve(reader, writer):
    reveal(await reader.readuntil(b"\n"))  # from: network
    reveal(writer)  # from: parameter


async def not_served(reader):
    reveal(await reader.readuntil(b"\n"))  # from: parameter


class Echo(asyncio.Protocol):
    def data_received(self, data):
        reveal(data)  # from: network

    def connection_made(self, transport):
        reveal(transport)  # from: parameter


async def main():
    await asyncio.start_server(serve, "localhost", 8888)
