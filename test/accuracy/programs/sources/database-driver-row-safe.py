# truth: safe
# twin: database-driver-row-hostile.py
# entry: print_labels("dbname=app")

import os

import psycopg


def print_labels(dsn):
    with psycopg.connect(dsn) as connection, connection.cursor() as cursor:
        cursor.execute("select title, copies from labels where printed = false")
        for title, copies in cursor.fetchall():
            os.system(f"print-label {int(copies)}")  # sink
