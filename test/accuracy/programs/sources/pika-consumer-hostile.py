# truth: hostile
# twin: pika-consumer-safe.py
# entry: main()

import os

import pika


def on_message(channel, method, properties, body):
    os.system(f"process {body.decode()}")  # sink
    channel.basic_ack(delivery_tag=method.delivery_tag)


def main():
    connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
    channel = connection.channel()
    channel.queue_declare(queue="jobs")
    channel.basic_consume(queue="jobs", on_message_callback=on_message)
    channel.start_consuming()
