"""Stub of pika: one message, which is the payload."""

import types

import heed_world


class ConnectionParameters:
    def __init__(self, *_args, **_options):
        pass


class Channel:
    def __init__(self):
        self.callback = None

    def queue_declare(self, **_options):
        return None

    def basic_consume(self, queue=None, on_message_callback=None, **_options):
        self.callback = on_message_callback

    def basic_ack(self, delivery_tag=0):
        return None

    def start_consuming(self):
        self.callback(self, types.SimpleNamespace(delivery_tag=1), None, heed_world.body())


class BlockingConnection:
    def __init__(self, *_args):
        pass

    def channel(self):
        return Channel()
