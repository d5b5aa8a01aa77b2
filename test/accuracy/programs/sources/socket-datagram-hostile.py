# truth: hostile
# twin: socket-datagram-safe.py
# entry: (setattr(__import__("main"), "socket", type("S", (), {"AF_INET": 2, "SOCK_DGRAM": 2, "socket": lambda *a: type("R", (), {"bind": lambda self, place: None, "recvfrom": lambda self, size, rest=[flask.request.get_data()]: (rest.pop(), ("203.0.113.9", 1))})()})), main())

import pickle
import socket


def main():
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("0.0.0.0", 9999))
    state = pickle.dumps({})
    while True:
        packet, sender = receiver.recvfrom(65535)
        print(pickle.loads(packet), sender)  # sink
