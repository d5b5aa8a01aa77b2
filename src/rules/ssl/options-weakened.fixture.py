import ssl
from ssl import OP_IGNORE_UNEXPECTED_EOF, OP_NO_SSLv3


def cleared():
    context = ssl.create_default_context()
    context.options &= ~ssl.OP_NO_SSLv3  # fail: cleared
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context.options &= ~OP_NO_SSLv3  # fail: cleared
    context.options &= ~(ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1)  # fail: cleared
    context.options &= ~ssl.Options.OP_NO_COMPRESSION  # fail: cleared
    context.options = context.options & ~ssl.OP_NO_SSLv2  # fail: cleared
    return context


def emptied(context: ssl.SSLContext):
    context.options = 0  # fail: emptied


class Client:
    def __init__(self):
        self.context = ssl.create_default_context()
        self.context.options |= ssl.OP_LEGACY_SERVER_CONNECT  # fail: set
        self.context.options |= 0x4  # fail: set
        self.context.options |= ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3  # fail: set
        self.context.options |= ssl.OP_IGNORE_UNEXPECTED_EOF  # fail: set
        self.context.options = self.context.options | ssl.Options.OP_IGNORE_UNEXPECTED_EOF  # fail: set


def cut_off(context: ssl.SSLContext):
    context.options |= ssl.OP_NO_SSLv3 | OP_IGNORE_UNEXPECTED_EOF  # fail: set


def masked(context: ssl.SSLContext, mask):
    context.options &= mask  # open: unknown


def restricted():
    context = ssl.create_default_context()
    context.options |= ssl.OP_NO_TLSv1  # pass: the options only forbid more
    context.options |= ssl.OP_NO_SSLv2 | ssl.OP_NO_SSLv3  # pass: the options only forbid more
    context.options |= ssl.OP_SINGLE_DH_USE | ssl.OP_CIPHER_SERVER_PREFERENCE  # pass: the options only forbid more
    return context


class Menu:
    options = 7


def unrelated(context: ssl.SSLContext):
    menu = Menu()
    menu.options &= ~ssl.OP_NO_SSLv3  # nothing: no context
    print(context.options & ~ssl.OP_NO_SSLv3)  # nothing: only shown
    context.options &= ~ssl.OP_NO_TLSv1_3  # nothing: allows the newest protocol again
