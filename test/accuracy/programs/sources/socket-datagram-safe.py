# truth: safe
# twin: socket-datagram-hostile.py
# not-run: needs a network

import pickle
import socket


def main():
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("0.0.0.0", 9999))
    state = pickle.dumps({})
    while True:
        packet, sender = receiver.recvfrom(65535)
        print(pickle.loads(state), sender)  # sink
