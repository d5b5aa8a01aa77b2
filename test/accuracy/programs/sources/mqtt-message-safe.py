# truth: safe
# twin: mqtt-message-hostile.py
# entry: main()

import os

import paho.mqtt.client as mqtt


def on_message(client, userdata, message):
    os.system("lamp " + ("on" if message.retain else "off"))  # sink


def main():
    client = mqtt.Client()
    client.on_message = on_message
    client.connect("localhost")
    client.subscribe("lamp/#")
    client.loop_forever()
