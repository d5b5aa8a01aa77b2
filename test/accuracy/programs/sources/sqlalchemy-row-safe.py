# truth: safe
# twin: sqlalchemy-row-hostile.py
# entry: notify()

import subprocess

from sqlalchemy import create_engine, text

engine = create_engine("postgresql:///app")


def notify():
    with engine.connect() as connection:
        rows = connection.execute(text("select name from users where active"))
        for row in rows.mappings():
            subprocess.run("finger " + "root", shell=True)  # sink
