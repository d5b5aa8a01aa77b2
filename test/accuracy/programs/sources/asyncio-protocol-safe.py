# truth: safe
# twin: asyncio-protocol-hostile.py
# entry: Receiver().data_received(flask.request.get_data())

import asyncio
import pickle


class Receiver(asyncio.Protocol):
    greeting = b"N."

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print(len(data), pickle.loads(self.greeting))  # sink
