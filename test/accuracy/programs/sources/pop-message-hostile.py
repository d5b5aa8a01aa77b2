# truth: hostile
# twin: pop-message-safe.py
# entry: (setattr(__import__("main"), "poplib", type("P", (), {"POP3_SSL": lambda place: type("B", (), {"user": lambda *a: None, "pass_": lambda *a: None, "stat": lambda *a: (1, 9), "quit": lambda *a: None, "retr": lambda *a: (b"+OK", [b"Subject: " + flask.request.get_data()], 9)})()})), show_first("secret"))

import os
import poplib


def show_first(password):
    box = poplib.POP3_SSL("mail.example.org")
    box.user("robot")
    box.pass_(password)
    count, size = box.stat()
    _, lines, octets = box.retr(1)
    subject = next(line for line in lines if line.startswith(b"Subject:"))
    os.system("notify-send " + subject.decode())  # sink
    box.quit()
