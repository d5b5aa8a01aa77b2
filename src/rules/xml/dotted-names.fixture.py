import xmlrpc.server
from xmlrpc.server import CGIXMLRPCRequestHandler, SimpleXMLRPCServer


class Calculator:
    def add(self, one, other):
        return one + other


def serve():
    server = SimpleXMLRPCServer(("localhost", 8000))
    server.register_instance(Calculator(), allow_dotted_names=True)  # fail: on
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    server.register_instance(Calculator(), True)  # fail: on
    with xmlrpc.server.DocXMLRPCServer(("localhost", 8001)) as other:
        other.register_instance(Calculator(), 1)  # fail: on


class Server(SimpleXMLRPCServer):
    pass


def subclass():
    Server(("localhost", 8000)).register_instance(Calculator(), allow_dotted_names=True)  # fail: on


def cgi():
    CGIXMLRPCRequestHandler().register_instance(Calculator(), allow_dotted_names=True)  # fail: on


def chosen(dotted, **options):
    server = SimpleXMLRPCServer(("localhost", 8000))
    server.register_instance(Calculator(), dotted)  # open: unknown
    server.register_instance(Calculator(), **options)  # open: unknown


def plain():
    server = SimpleXMLRPCServer(("localhost", 8000))
    server.register_instance(Calculator(), False)  # pass: only methods of the object itself can be called
    server.register_instance(Calculator(), allow_dotted_names=False)  # pass: only methods of the object itself can be called
    server.register_instance(Calculator())  # nothing: off by default
    server.register_function(pow)  # nothing: one function
    CGIXMLRPCRequestHandler().register_instance(Calculator(), allow_dotted_names=0)  # pass: only methods of the object itself can be called


class Registry:
    def register_instance(self, instance, allow_dotted_names):
        pass


Registry().register_instance(Calculator(), allow_dotted_names=True)  # nothing: another method
