# truth: safe
# twin: pop-message-hostile.py
# not-run: needs a mail server

import os
import poplib


def show_first(password):
    box = poplib.POP3_SSL("mail.example.org")
    box.user("robot")
    box.pass_(password)
    count, size = box.stat()
    _, lines, octets = box.retr(1)
    subject = next(line for line in lines if line.startswith(b"Subject:"))
    os.system("notify-send " + "mail")  # sink
    box.quit()
