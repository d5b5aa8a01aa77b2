# truth: safe
# twin: redis-subscription-hostile.py
# entry: main()

import subprocess

import redis


def main():
    channel = redis.Redis().pubsub()
    channel.subscribe("commands")
    for message in channel.listen():
        if message["type"] == "message":
            subprocess.Popen(b"player " + b"next", shell=True)  # sink
