# file: old.py
# python: =3.12.15
import ssl
import ssl as tls
from ssl import create_default_context as context_of

plain = ssl.create_default_context()  # fail: trusted
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
named = tls.create_default_context(purpose=tls.Purpose.SERVER_AUTH)  # fail: trusted


class Client:
    def connect(self):
        return context_of(ssl.Purpose.SERVER_AUTH)  # fail: trusted


pinned = ssl.create_default_context(cafile="ca.pem")  # pass: only the authorities of the project are trusted
pinned_folder = context_of(capath="/etc/own-authorities")  # pass: only the authorities of the project are trusted
server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # nothing: trusts nobody by default

# file: never.py
# python: =3.10.99
import ssl

plain = ssl.create_default_context()  # fail: trusted

# file: bound.py
# python: 3.12.15
import ssl

plain = ssl.create_default_context()  # open: perhaps-trusted

# file: mended.py
# python: =3.12.16
import ssl
from ssl import create_default_context

plain = ssl.create_default_context()  # pass: every Python that the project may run on refuses them
handed = create_default_context(ssl.Purpose.SERVER_AUTH)  # pass: every Python that the project may run on refuses them

# file: unnamed.py
# python: 3.12
import ssl

plain = ssl.create_default_context()  # nothing: no patch release is named
