import asyncio
import socket
import ssl
import urllib.request
from ssl import Purpose, create_default_context


def fetch(url):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # fail: client
    #                                    ^^^^^^^^^^^^^^^^^^^^^^^
    return urllib.request.urlopen(url, context=context)


def connect(host):
    context = create_default_context(purpose=Purpose.CLIENT_AUTH, cafile="ca.pem")  # fail: client
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


async def stream(host):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # fail: client
    return await asyncio.open_connection(host, 443, ssl=context)


def server(listener):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # pass: the purpose fits the server that uses the context
    return context.wrap_socket(listener, server_side=True)


async def serve(handler):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # pass: the purpose fits the server that uses the context
    context.load_cert_chain("server.pem")
    return await asyncio.start_server(handler, "127.0.0.1", 8443, ssl=context)


async def keyword(handler):
    context = create_default_context(purpose=Purpose.CLIENT_AUTH)  # pass: the purpose fits the server that uses the context
    return await asyncio.start_server(handler, ssl=context)


def handed_out():
    return ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # nothing: its use is elsewhere


def client(url):
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)  # nothing: verifies servers
    urllib.request.urlopen(url, context=context)
    return ssl.create_default_context()  # nothing: the default


def unrelated(Purpose, url):
    context = ssl.create_default_context(Purpose.CLIENT_AUTH)  # nothing: another Purpose
    return urllib.request.urlopen(url, context=context)
