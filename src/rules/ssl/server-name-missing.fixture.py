import asyncio
import ssl


def in_memory(incoming, outgoing):
    context = ssl.create_default_context()
    context.wrap_bio(incoming, outgoing)  # fail: missing
    context.wrap_bio(incoming, outgoing, server_side=False, server_hostname=None)  # fail: missing
    context.wrap_bio(incoming, outgoing, False, "")  # fail: empty
    #                                           ^^
    return context


class Tunnel:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def open(self, host, **options):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        plain = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO())  # fail: missing
        asked = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), **options)  # open: unknown
        named = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="example.org")  # pass: the name to expect is given
        return plain, asked, named


async def upgrade(transport, protocol, context):
    loop = asyncio.get_running_loop()
    await loop.start_tls(transport, protocol, context)  # fail: missing
    await loop.start_tls(transport, protocol, context, server_side=True)  # nothing: a server's
    await loop.start_tls(transport, protocol, context, server_hostname="example.org")  # pass: the name to expect is given


async def connect(host, context):
    await asyncio.open_connection(host, 443, ssl=context, server_hostname="")  # fail: empty
    await asyncio.open_connection(host, 443, ssl=context)  # nothing: the host is the name
    loop = asyncio.get_event_loop()
    await loop.create_connection(asyncio.Protocol, host, 443, ssl=True, server_hostname="")  # fail: empty


def server(incoming, outgoing):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.wrap_bio(incoming, outgoing, server_side=True)  # nothing: a server's
    context.wrap_bio(incoming, outgoing, True)  # nothing: a server's
    plain = ssl.create_default_context()
    plain.wrap_bio(incoming, outgoing, server_hostname="example.org")  # pass: the name to expect is given


def variable(incoming, outgoing, host):
    ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname=host)  # nothing: the caller names it


class Gift:
    def wrap_bio(self, paper, ribbon):
        return paper


def unrelated(paper, ribbon):
    Gift().wrap_bio(paper, ribbon)  # nothing: another method


# file: old.py
# python: =3.14.7
import ssl


def in_memory(context: ssl.SSLContext):
    ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO())  # fail: missing


# file: warning.py
# python: =3.12.15
import ssl


def in_memory():
    ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO())  # fail: missing


# file: mended.py
# python: =3.14.8
import asyncio
import ssl


def in_memory():
    ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO())  # pass: every Python that the project may run on refuses to go on without a name


async def upgrade(transport, protocol, context):
    await asyncio.get_running_loop().start_tls(transport, protocol, context)  # pass: every Python that the project may run on refuses to go on without a name
