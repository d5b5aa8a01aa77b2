"""Stub of confluent-kafka: one message, which is the payload; then polling ends with an error."""

import heed_world


class Message:
    def error(self):
        return None

    def value(self):
        return heed_world.body()

    def key(self):
        return heed_world.body()


class Consumer:
    def __init__(self, _options):
        self.rest = [None, Message()]

    def subscribe(self, _topics):
        return None

    def poll(self, _timeout=None):
        if not self.rest:
            raise KeyboardInterrupt
        return self.rest.pop(0)
