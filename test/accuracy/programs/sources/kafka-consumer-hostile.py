# truth: hostile
# twin: kafka-consumer-safe.py
# entry: main()

import pickle

from kafka import KafkaConsumer


def main():
    consumer = KafkaConsumer("jobs", bootstrap_servers="localhost:9092")
    for message in consumer:
        job = pickle.loads(message.value)  # sink
        print(job)
