import ssl

DEFAULTS = "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!MD5"
LEGACY = "DEFAULT:RC4-SHA"


def weak(context: ssl.SSLContext):
    context.set_ciphers("ALL")  # fail: weak
    #                   ^^^^^
    context.set_ciphers("DEFAULT:eNULL")  # fail: weak
    context.set_ciphers(LEGACY)  # fail: weak
    context.set_ciphers("AES128-SHA:DES-CBC3-SHA")  # fail: weak
    context.set_ciphers("ECDHE+AESGCM:" + "ADH")  # fail: weak
    context.set_ciphers("ECDHE-RSA-NULL-SHA")  # fail: weak
    context.set_ciphers("DEFAULT@SECLEVEL=1")  # fail: level
    context.set_ciphers("ECDHE+AESGCM:@SECLEVEL=0")  # fail: level


def own():
    context = ssl.create_default_context()
    context.set_ciphers("HIGH:EXPORT")  # fail: weak
    return context


def configured(context: ssl.SSLContext, ciphers):
    context.set_ciphers(ciphers)  # open: unknown
    #                   ^^^^^^^


def strong():
    context = ssl.create_default_context()
    context.set_ciphers(DEFAULTS)  # pass: the list names no weak cipher
    context.set_ciphers("HIGH:!aNULL:!eNULL:!RC4:!3DES:!MD5")  # pass: the list names no weak cipher
    context.set_ciphers("ALL:!aNULL:!eNULL:!MD5")  # pass: the list names no weak cipher
    context.set_ciphers("DEFAULT@SECLEVEL=2")  # pass: the list names no weak cipher
    return context


class Book:
    def set_ciphers(self, ciphers):
        pass


def unrelated():
    Book().set_ciphers("ALL:eNULL")  # nothing: no context
    print("RC4-SHA")  # nothing: only shown
    return ssl.create_default_context().get_ciphers()  # nothing: only read


# file: old/app.py
# python: 3.8
import ssl


def broad(context: ssl.SSLContext):
    context.set_ciphers("HIGH")  # open: broad
    context.set_ciphers("DEFAULT@SECLEVEL=2")  # open: broad
    context.set_ciphers("HIGH:!aNULL:!MD5")  # pass: the list names no weak cipher
    context.set_ciphers("ECDHE+AESGCM")  # pass: the list names no weak cipher


# file: new/app.py
# python: 3.10
import ssl


def broad(context: ssl.SSLContext):
    context.set_ciphers("HIGH")  # pass: the list names no weak cipher
    context.set_ciphers("DEFAULT@SECLEVEL=2")  # pass: the list names no weak cipher
