# truth: safe
# twin: ftp-listing-hostile.py
# entry: (setattr(__import__("main"), "ftplib", type("F", (), {"FTP_TLS": lambda place: __import__("contextlib").nullcontext(type("P", (), {"login": lambda self: None, "nlst": lambda self: [flask.request.args.get("q", "")]})())})), mirror())

import ftplib
import os


def mirror():
    with ftplib.FTP_TLS("ftp.example.org") as ftp:
        ftp.login()
        for name in ftp.nlst():
            os.system("fetch " + str(len(name)))  # sink
