"""Stub of boto3: a queue that holds one message, which is the payload."""

import heed_world


class Client:
    def receive_message(self, **_options):
        return {"Messages": [{"Body": heed_world.line(), "ReceiptHandle": "handle-1"}]}

    def delete_message(self, **_options):
        return {}


def client(_service, **_options):
    return Client()
