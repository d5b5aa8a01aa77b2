# truth: hostile
# twin: ftp-listing-safe.py
# not-run: needs a network

import ftplib
import os


def mirror():
    with ftplib.FTP_TLS("ftp.example.org") as ftp:
        ftp.login()
        for name in ftp.nlst():
            os.system("fetch " + name)  # sink
