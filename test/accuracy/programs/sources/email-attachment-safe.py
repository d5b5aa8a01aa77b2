# truth: safe
# twin: email-attachment-hostile.py
# entry: unpack(b"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(flask.request.get_data()))

import pickle
from email import message_from_bytes


def unpack(raw):
    attachments = []
    for part in message_from_bytes(raw).walk():
        if part.get_content_type() == "application/octet-stream":
            attachments.append(part.get_payload(decode=True))
    return pickle.loads(pickle.dumps(len(attachments)))  # sink
