# truth: hostile
# twin: redis-subscription-safe.py
# entry: main()

import os

import redis


def main():
    channel = redis.Redis().pubsub()
    channel.subscribe("commands")
    for message in channel.listen():
        if message["type"] == "message":
            os.system(b"player " + message["data"])  # sink
