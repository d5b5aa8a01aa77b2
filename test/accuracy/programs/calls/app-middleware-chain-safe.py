# truth: safe
# twin: app-middleware-chain-hostile.py

import shlex
import subprocess

import flask


def strip(next_step):
    def step(text):
        return next_step(text.strip())

    return step


def quote(next_step):
    def step(text):
        return next_step(shlex.quote(text))

    return step


def trace(next_step):
    def step(text):
        print("step", next_step.__name__)
        return next_step(text)

    return step


def build(steps, last):
    chain = last
    for step in reversed(steps):
        chain = step(chain)
    return chain


def execute(text):
    return subprocess.check_output("translate " + text, shell=True)  # sink


def view():
    chain = build([strip, quote, trace], execute)
    return str(chain(flask.request.form["text"]))
