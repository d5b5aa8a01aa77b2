import os
from multiprocessing import connection
from multiprocessing.managers import BaseManager, SyncManager

KEY = os.environ["KEY"].encode()
FORMAT = "xmlrpclib"


class Queues(BaseManager):
    pass


def public():
    first = BaseManager(("", 50000), KEY, "xmlrpclib")  # fail: public
    #                   ^^^^^^^^^^^
    second = Queues(("0.0.0.0", 50000), KEY, serializer=FORMAT)  # fail: public
    third = connection.XmlListener(("", 50000), authkey=KEY)  # fail: public
    return first, second, third


def this_machine():
    first = BaseManager(("127.0.0.1", 50000), KEY, "xmlrpclib")  # pass: only this machine can connect
    second = Queues(None, KEY, serializer=FORMAT)  # pass: only this machine can connect
    third = SyncManager(("localhost", 50000), KEY, serializer="xmlrpclib")  # pass: only this machine can connect
    return first, second, third


def given(address):
    return Queues(address, KEY, serializer="xmlrpclib")  # open: unknown


def pickles(address):
    Queues(address, KEY)  # nothing: pickles, judged elsewhere
    Queues(address, KEY, serializer="pickle")  # nothing: pickles, judged elsewhere


def shadowed(BaseManager):
    return BaseManager(("", 50000), KEY, "xmlrpclib")  # nothing: a parameter of that name


class Codec:
    def XmlListener(self, address):
        return address

    def start(self):
        return self.XmlListener(("", 50000))  # nothing: a method of that name
