# truth: safe
# twin: kafka-consumer-hostile.py
# entry: main()

import pickle

from kafka import KafkaConsumer


def main():
    consumer = KafkaConsumer("jobs", bootstrap_servers="localhost:9092")
    for message in consumer:
        job = pickle.loads(pickle.dumps(message.offset))  # sink
        print(job)
