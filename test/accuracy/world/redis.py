"""Stub of redis: every stored value and every message is the payload."""

import heed_world


class PubSub:
    def subscribe(self, *_channels):
        return None

    def listen(self):
        yield {"type": "subscribe", "data": 1}
        yield {"type": "message", "data": heed_world.body()}


class Redis:
    def __init__(self, *_args, **_options):
        pass

    def get(self, _key):
        return None if heed_world.run.payload is heed_world.ABSENT else heed_world.body()

    lpop = rpop = getdel = get

    def hget(self, _name, _key):
        return self.get(_key)

    def set(self, _key, _value, **_options):
        return True

    def pubsub(self, **_options):
        return PubSub()


StrictRedis = Redis
