import ssl
from ssl import create_default_context as make


def accepting():
    context = ssl.create_default_context()
    context.hostname_checks_common_name = True  # fail: on
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    other = make()
    other.hostname_checks_common_name = 1  # fail: on
    return context, other


def annotated(context: ssl.SSLContext):
    context.hostname_checks_common_name = True  # fail: on


def strict():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.hostname_checks_common_name = False  # pass: only subject alternative names count
    other = make(cafile="ca.pem")
    other.hostname_checks_common_name = False  # pass: only subject alternative names count
    return context, other


class Client:
    def __init__(self):
        self.context = make()
        self.context.hostname_checks_common_name = False  # pass: only subject alternative names count


class Register:
    hostname_checks_common_name = True  # nothing: no context


def unrelated(flag):
    Register().hostname_checks_common_name = True  # nothing: no context
    make().hostname_checks_common_name = flag  # nothing: the caller chooses
