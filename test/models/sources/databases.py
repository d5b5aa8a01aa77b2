import sqlite3

import psycopg2
import pymongo
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session, sessionmaker

from marks import reveal

connection = sqlite3.connect("app.db")
cursor = connection.cursor()
cursor.execute("SELECT name FROM person")
reveal(cursor.fetchone()[0])  # from: stored
reveal(cursor.fetchall())  # from: stored
for row in cursor:
    reveal(row[0])  # from: stored
for name, age in connection.execute("SELECT name, age FROM person"):
    reveal(name)  # from: stored
reveal(connection.execute("SELECT name FROM person").fetchone()["name"])  # from: stored
reveal(cursor.rowcount)  # from: unknown
reveal(connection.total_changes)  # from: unknown

pg = psycopg2.connect("dbname=app")
with pg.cursor() as cur:
    cur.execute("SELECT name FROM person")
    reveal(cur.fetchone()[0])  # from: stored
    for row in cur:
        reveal(row[0])  # from: stored

engine = create_engine("sqlite:///app.db")
with engine.connect() as conn:
    result = conn.execute(text("SELECT name FROM person"))
    reveal(result.fetchall())  # from: stored
    for row in result:
        reveal(row.name)  # from: stored

with Session(engine) as session:
    reveal(session.query(object).first())  # from: stored
    reveal(session.execute(select(object)).scalar_one())  # from: stored
    for person in session.scalars(select(object)):
        reveal(person.name)  # from: stored
    reveal(session.get(object, 1).name)  # from: stored
    reveal(session.dirty)  # from: unknown

Factory = sessionmaker(bind=engine)
reveal(Factory().query(object).first().name)  # from: stored

db = SQLAlchemy()


class Person(db.Model):
    name = db.Column(db.String)


reveal(Person.query.filter_by(name="x").first().name)  # from: unknown; should be: stored
reveal(db.session.query(Person).first().name)  # from: stored

client = pymongo.MongoClient()
reveal(client.app.people.find_one({})["name"])  # from: stored
for document in client["app"]["people"].find():
    reveal(document["name"])  # from: stored
