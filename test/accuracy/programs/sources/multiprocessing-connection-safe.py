# truth: safe
# twin: multiprocessing-connection-hostile.py
# not-run: needs a network

import os
from multiprocessing.connection import Listener


def main(key):
    with Listener(("127.0.0.1", 6000), authkey=key) as listener:
        with listener.accept() as connection:
            command = connection.recv_bytes().decode()
            os.system("at-job " + str(len(command)))  # sink
