import xmlrpc.server
from xmlrpc.server import DocXMLRPCServer, SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class Service:
    def status(self):
        return "up"


class Authenticating(SimpleXMLRPCRequestHandler):
    def parse_request(self):
        return super().parse_request() and self.headers.get("Authorization") == expected()


class Quiet(SimpleXMLRPCRequestHandler):
    rpc_paths = ("/RPC2",)


class Threaded(SimpleXMLRPCServer):
    daemon_threads = True


def listed():
    server = SimpleXMLRPCServer(("", 8000))
    server.register_introspection_functions()  # fail: listed
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def listed_in_a_with():
    with xmlrpc.server.SimpleXMLRPCServer(addr=("0.0.0.0", 8000), requestHandler=Quiet) as server:
        server.register_introspection_functions()  # fail: listed
        server.register_instance(Service())  # fail: instance


def derived():
    server = Threaded(("::", 8000))
    server.register_instance(instance=Service())  # fail: instance


class Daemon:
    def __init__(self):
        self.server = SimpleXMLRPCServer((None, 8000))

    def start(self):
        self.server.register_introspection_functions()  # fail: listed


def documented():
    server = DocXMLRPCServer(("", 8000))  # fail: documented
    server.serve_forever()


def configured(host):
    server = SimpleXMLRPCServer((host, 8000))
    server.register_introspection_functions()  # open: unknown
    DocXMLRPCServer(("rpc.example", 8000))  # open: unknown


def local():
    server = SimpleXMLRPCServer(("localhost", 8000))
    server.register_introspection_functions()  # pass: only this machine can connect
    server.register_instance(Service())  # pass: only this machine can connect
    DocXMLRPCServer(("127.0.0.1", 8001))  # pass: only this machine can connect


def authenticated():
    server = SimpleXMLRPCServer(("", 8000), Authenticating)
    server.register_instance(Service())  # pass: the request handler of the project looks at each request first
    DocXMLRPCServer(("", 8001), requestHandler=Authenticating)  # pass: the request handler of the project looks at each request first


def one_function():
    server = SimpleXMLRPCServer(("", 8000))
    server.register_function(len)  # nothing: one function, chosen by hand


def dispatcher():
    xmlrpc.server.SimpleXMLRPCDispatcher().register_introspection_functions()  # nothing: no server
