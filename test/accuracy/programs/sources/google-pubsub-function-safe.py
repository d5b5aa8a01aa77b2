# truth: safe
# twin: google-pubsub-function-hostile.py
# entry: receive(type("Event", (), {"data": {"message": {"data": base64.b64encode(flask.request.get_data())}}}))

import base64
import pickle

import functions_framework


@functions_framework.cloud_event
def receive(cloud_event):
    message = cloud_event.data["message"]
    body = base64.b64decode(message["data"])
    return repr(pickle.loads(pickle.dumps(len(body))))  # sink
