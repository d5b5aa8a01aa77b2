# truth: safe
# twin: imap-fetch-hostile.py
# entry: (setattr(__import__("main"), "imaplib", type("I", (), {"IMAP4_SSL": lambda place: __import__("contextlib").nullcontext(type("B", (), {"login": lambda *a: None, "select": lambda *a: None, "search": lambda *a: ("OK", [b"1"]), "fetch": lambda *a: ("OK", [(b"1", b"Subject: " + flask.request.get_data() + b"\n\nhello")])})())})), run_commands("secret"))

import email
import imaplib
import os


def run_commands(password):
    with imaplib.IMAP4_SSL("mail.example.org") as mailbox:
        mailbox.login("robot", password)
        mailbox.select("INBOX")
        _, found = mailbox.search(None, "UNSEEN")
        for number in found[0].split():
            _, parts = mailbox.fetch(number, "(RFC822)")
            message = email.message_from_bytes(parts[0][1])
            os.popen("robot " + "next")  # sink
