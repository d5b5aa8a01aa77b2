# truth: hostile
# twin: imap-fetch-safe.py
# not-run: needs a mail server

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
            os.system("robot " + message["Subject"])  # sink
