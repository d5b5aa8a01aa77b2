# truth: safe
# twin: email-message-hostile.py
# entry: deliver(b"From: a@example.org\nSubject: " + flask.request.get_data() + b"\n\nhello\n")

import email
import email.policy
import os


def deliver(raw):
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    subject = message["Subject"] or ""
    os.system(f"notify-send {message.is_multipart()}")  # sink
    return subject
