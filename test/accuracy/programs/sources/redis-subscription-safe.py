# truth: safe
# twin: redis-subscription-hostile.py
# entry: main()

import os

import redis


def main():
    channel = redis.Redis().pubsub()
    channel.subscribe("commands")
    for message in channel.listen():
        if message["type"] == "message":
            os.system(b"player " + b"next")  # sink
