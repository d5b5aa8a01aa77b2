# truth: hostile
# twin: sqlalchemy-row-safe.py
# known: missed -- second-order data is undecided: who stored it is not seen
# entry: notify()

import subprocess

from sqlalchemy import create_engine, text

engine = create_engine("postgresql:///app")


def notify():
    with engine.connect() as connection:
        rows = connection.execute(text("select name from users where active"))
        for row in rows.mappings():
            subprocess.run("finger " + row["name"], shell=True)  # sink
