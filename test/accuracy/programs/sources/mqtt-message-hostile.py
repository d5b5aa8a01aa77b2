# truth: hostile
# twin: mqtt-message-safe.py
# entry: main()

import os

import paho.mqtt.client as mqtt


def on_message(client, userdata, message):
    os.system("lamp " + message.payload.decode())  # sink


def main():
    client = mqtt.Client()
    client.on_message = on_message
    client.connect("localhost")
    client.subscribe("lamp/#")
    client.loop_forever()
