import hashlib
import hmac
import json
import logging
import pickle
import socket
import struct
from logging import makeLogRecord as record_of
from pickle import loads
from socketserver import DatagramRequestHandler, StreamRequestHandler

KEY = open("key", "rb").read()


class Receiver(StreamRequestHandler):
    def handle(self):
        while True:
            chunk = self.connection.recv(4)
            if len(chunk) < 4:
                break
            length = struct.unpack(">L", chunk)[0]
            chunk = self.connection.recv(length)
            fields = self.fields_of(chunk)
            self.keep(logging.makeLogRecord(fields))

    def fields_of(self, data):
        return pickle.loads(data)  # fail: sent
        #                   ^^^^

    def keep(self, record):
        logging.getLogger(record.name).handle(record)


class DatagramReceiver(DatagramRequestHandler):
    def handle(self):
        data = self.rfile.read()
        logging.getLogger().handle(record_of(loads(data[4:])))  # fail: sent


def serve(listener: socket.socket):
    connection, _ = listener.accept()
    fields = pickle.Unpickler(connection.makefile("rb")).load()  # fail: sent
    logging.getLogger().handle(logging.makeLogRecord(fields))


class Plain(StreamRequestHandler):
    def handle(self):
        fields = json.loads(self.rfile.readline())  # pass: records are read as plain data
        logging.getLogger().handle(logging.makeLogRecord(fields))


def serve_plain(listener: socket.socket):
    connection, _ = listener.accept()
    fields = json.loads(connection.recv(4096))  # pass: records are read as plain data
    logging.getLogger().handle(record_of(fields))


class Signed(StreamRequestHandler):
    def handle(self):
        data = self.rfile.read(4096)
        code, body = data[:32], data[32:]
        if not hmac.compare_digest(code, hmac.new(KEY, body, hashlib.sha256).digest()):
            return
        logging.getLogger().handle(logging.makeLogRecord(pickle.loads(body)))  # pass: the bytes are authenticated before they are loaded


def replay(data):
    logging.getLogger().handle(logging.makeLogRecord(pickle.loads(data)))  # open: unknown


def no_record(data):
    return pickle.loads(data)  # nothing: it becomes no log record


def from_settings():
    with open("record.json") as stream:
        logging.getLogger().handle(logging.makeLogRecord(json.load(stream)))  # nothing: nobody sends it
