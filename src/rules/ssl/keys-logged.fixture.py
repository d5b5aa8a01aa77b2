import os
import ssl


def debug(name, path):
    context = ssl.create_default_context()
    context.keylog_filename = "/tmp/keys.log"  # fail: logged
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context.keylog_filename = f"/var/log/{name}.keys"  # fail: logged
    context.keylog_filename = path  # open: unknown
    context.keylog_filename = os.environ.get("MY_KEYLOG")  # open: unknown
    context.keylog_filename = None  # nothing: no log


class Client:
    def __init__(self):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.keylog_filename = "keys.log"  # fail: logged


os.environ["SSLKEYLOGFILE"] = "/tmp/keys.log"  # fail: logged
os.environ.setdefault("SSLKEYLOGFILE", "keys.log")  # fail: logged
os.putenv("SSLKEYLOGFILE", "keys.log")  # fail: logged
os.environ["LOGFILE"] = "app.log"  # nothing: another variable


class Keyboard:
    keylog_filename = None


Keyboard().keylog_filename = "typed.log"  # nothing: no context
# file: Dockerfile
FROM python:3.12
ENV SSLKEYLOGFILE=/var/log/keys  # fail: logged
RUN SSLKEYLOGFILE=/tmp/keys python -m app.selftest  # nothing: while the image is built
# file: app.service
[Service]
Environment=SSLKEYLOGFILE=  # nothing: not set
Environment=PYTHONPATH=/srv "SSLKEYLOGFILE=/tmp/keys"  # fail: logged
ExecStart=/usr/bin/python3 /srv/app.py
