# truth: hostile
# twin: confluent-kafka-safe.py
# entry: main()

import os

from confluent_kafka import Consumer


def main():
    consumer = Consumer({"bootstrap.servers": "localhost", "group.id": "printers"})
    consumer.subscribe(["print"])
    while True:
        message = consumer.poll(1.0)
        if message is None or message.error():
            continue
        os.system(f"lpr {message.value().decode()}")  # sink
