# python: 3.13
import secrets
import ssl

KEY = b"0123456789abcdef0123456789abcdef"
KEYS = {}


def client():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_psk_client_callback(lambda hint: ("me", b"swordfish"))  # fail: short
    #                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context.set_psk_client_callback(lambda hint: (None, KEY))  # fail: constant
    context.set_psk_client_callback(callback=identify)  # fail: constant
    return context


def identify(hint):
    return "me", KEY


def server():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_psk_server_callback(lambda identity: b"swordfish")  # fail: short
    context.set_psk_server_callback(lambda identity: KEYS[identity], "hint")  # nothing: looked up
    context.set_psk_server_callback(look_up)  # nothing: looked up
    context.set_psk_server_callback(None)  # nothing: turned off
    return context


def look_up(identity):
    return KEYS.get(identity, b"")


def fresh(context: ssl.SSLContext):
    key = secrets.token_bytes(32)
    context.set_psk_client_callback(lambda hint: (None, key))  # nothing: random


class Phone:
    def set_psk_client_callback(self, callback):
        pass


Phone().set_psk_client_callback(lambda hint: (None, KEY))  # nothing: another method
