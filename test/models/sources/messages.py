import json

import aio_pika
import kombu
import dramatiq
import paho.mqtt.client as mqtt
import pika
import redis
import redis.asyncio as aredis
from celery import Celery, Task, shared_task
from confluent_kafka import Consumer
from google.cloud import pubsub_v1
from huey import RedisHuey
from kafka import KafkaConsumer
from rq import Queue
from rq.decorators import job

from marks import reveal

app = Celery("tasks", broker="redis://localhost")


@app.task
def add(path):
    reveal(path)  # from: network


@app.task(bind=True, max_retries=3)
def bound(self, path, count: int = 0):
    reveal(path)  # from: network
    reveal(self)  # from: parameter
    reveal(self.request.retries)  # from: parameter
    reveal(count)  # from: constant


@shared_task
def shared(path):
    reveal(path)  # from: network
    reveal(json.loads(path)["name"])  # from: network
    reveal(int(path))  # from: network; clean: shell


class Resize(Task):
    def run(self, path):
        reveal(path)  # from: network

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        reveal(exc)  # from: parameter


def plain(path):
    reveal(path)  # from: parameter


def queued(path, name):
    reveal(path)  # from: constant
    reveal(name)  # from: network


q = Queue(connection=redis.Redis())
q.enqueue(queued, "x", redis.Redis().lpop("urls"), job_timeout=3)


@job("low", connection=redis.Redis())
def worked(path):
    reveal(path)  # from: network


@dramatiq.actor
def acted(path):
    reveal(path)  # from: network


huey = RedisHuey()


@huey.task()
def done(path):
    reveal(path)  # from: network


consumer = KafkaConsumer("topic")
for message in consumer:
    reveal(message.value)  # from: network
    reveal(message.key)  # from: network
reveal(consumer.poll())  # from: network
reveal(consumer.assignment())  # from: constant

confluent = Consumer({"group.id": "a"})
confluent.subscribe(["topic"])
message = confluent.poll(1.0)
reveal(message.value())  # from: network
reveal(message.value().decode("utf-8"))  # from: network

connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
channel = connection.channel()


def callback(ch, method, properties, body):
    reveal(body)  # from: network
    reveal(properties.headers)  # from: network
    reveal(ch)  # from: parameter


channel.basic_consume(queue="hello", on_message_callback=callback)
frame, header, content = channel.basic_get("hello")
reveal(content)  # from: network
for frame, header, content in channel.consume("hello"):
    reveal(content)  # from: network


def received(body, message):
    reveal(body)  # from: network
    reveal(message.payload)  # from: network


with kombu.Consumer(connection, queues=[], callbacks=[received]):
    pass


async def incoming(message: aio_pika.IncomingMessage):
    reveal(message.body)  # from: network


client = redis.Redis()
reveal(client.get("key"))  # from: stored
reveal(client.hget("name", "key"))  # from: stored
reveal(client.ping())  # from: unknown
reveal(client.blpop("queue")[1])  # from: network
pubsub = client.pubsub()
pubsub.subscribe("channel")
for event in pubsub.listen():
    reveal(event["data"])  # from: network
reveal(pubsub.get_message()["data"])  # from: network


async def read():
    cache = aredis.from_url("redis://localhost")
    reveal(await cache.get("key"))  # from: stored


subscriber = pubsub_v1.SubscriberClient()


def published(message):
    reveal(message.data)  # from: network


subscriber.subscribe("projects/p/subscriptions/s", callback=published)


def on_message(client, userdata, message):
    reveal(message.payload)  # from: network
    reveal(userdata)  # from: parameter


mqttc = mqtt.Client()
mqttc.message_callback_add("topic", on_message)


def on_any_message(client, userdata, message):
    reveal(message.payload)  # from: network
    reveal(message.topic)  # from: network
    reveal(message.qos)  # from: constant


mqttc.on_message = on_any_message


def not_registered(client, userdata, message):
    reveal(message.payload)  # from: parameter


mqttc.user_data = not_registered
