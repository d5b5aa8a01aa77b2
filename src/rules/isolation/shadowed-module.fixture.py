# file: tools/random.py
def shuffle(values): ...  # fail: imported
# file: tools/run.py
#!/usr/bin/env python3
import random

random.shuffle([1, 2, 3])
# file: jobs/queue.py
class Queue: ...  # fail: imported
# file: jobs/work.py
from queue import Queue

if __name__ == "__main__":
    Queue()
# file: site/email/__init__.py
def send(): ...  # fail: imported
# file: site/main.py
import email.message

if __name__ == "__main__":
    email.message.Message()
# file: scripts/calendar.py
def days(): ...  # open: beside
# file: scripts/report.py
if __name__ == "__main__":
    print("report")
# file: package/__init__.py
# file: package/random.py
def shuffle(values): ...  # nothing: in a package
# file: package/run.py
import random

if __name__ == "__main__":
    random.shuffle([1, 2])
# file: modules/logging.py
def log(): ...  # nothing: no script beside it
# file: modules/other.py
import logging
# file: old/cgi.py
def parse(): ...  # nothing: newer Pythons have no such module
# file: old/run.py
import cgi

if __name__ == "__main__":
    cgi.parse()
# file: clock/time.py
def now(): ...  # nothing: built into the interpreter
# file: clock/run.py
import time

if __name__ == "__main__":
    time.time()
