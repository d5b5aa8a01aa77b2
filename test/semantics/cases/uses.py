import ssl
import zipfile


def through_name():
    context = ssl.SSLContext()  # uses: store verify_mode, store options BitOr, call wrap_socket, argument of connect
    context.verify_mode = ssl.CERT_NONE
    context.options |= ssl.OP_NO_SSLv2
    context.wrap_socket(s)
    connect(context)


def through_alias():
    context = ssl.SSLContext()  # uses: store check_hostname
    other = context
    other.check_hostname = False


def returned():
    context = ssl.SSLContext()  # uses: escape by return
    return context


def directly():
    reveal(zipfile.ZipFile("x")).extractall()  # uses: argument of reveal
    return zipfile.ZipFile("x")  # uses: escape by return


def in_with():
    with zipfile.ZipFile("x") as archive:  # uses: call infolist, call extractall
        archive.infolist()
        archive.extractall()


def rebound():
    context = ssl.SSLContext()  # uses: call wrap_socket
    context.wrap_socket(s)
    context = other()
    context.verify_mode = 1


def stored():
    context = ssl.SSLContext()  # uses: escape by container, escape by container
    things = [context]
    table["x"] = context


def captured():
    context = ssl.SSLContext()  # uses: escape by closure, store verify_mode

    def inner():
        context.verify_mode = 1
    return inner


class Client:
    def __init__(self):
        self.context = ssl.SSLContext()  # uses: escape by attribute, store verify_mode, call wrap_socket, escape by return
        self.context.verify_mode = ssl.CERT_NONE
        self.other = other()
        self.other.verify_mode = 1

    def use(self):
        self.context.wrap_socket(s)
        return self.context


class Other:
    def use(self):
        self.context.verify_mode = 2


CONTEXT = ssl.SSLContext()  # uses: store check_hostname, call wrap_socket
CONTEXT.check_hostname = False


def use_global():
    CONTEXT.wrap_socket(s)


def conditional(flag):
    context = ssl.SSLContext() if flag else None  # uses: call load_cert_chain
    if context:
        context.load_cert_chain("x")


ssl.SSLContext()  # uses: nothing
