# truth: hostile
# twin: database-driver-row-safe.py
# known: missed -- second-order data is undecided: who stored it is not seen
# entry: print_labels("dbname=app")

import os

import psycopg


def print_labels(dsn):
    with psycopg.connect(dsn) as connection, connection.cursor() as cursor:
        cursor.execute("select title, copies from labels where printed = false")
        for title, copies in cursor.fetchall():
            os.system(f"print-label {title}")  # sink
