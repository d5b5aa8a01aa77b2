# truth: hostile
# twin: app-shopping-cart-safe.py

import subprocess
from dataclasses import dataclass, field

import flask


@dataclass
class Line:
    article: str
    amount: int


@dataclass
class Cart:
    lines: list = field(default_factory=list)
    note: str = ""

    def add(self, article, amount=1):
        self.lines.append(Line(article, amount))

    def summary(self):
        return ",".join(f"{line.amount}x{line.article}" for line in self.lines)


def view():
    form = flask.request.form
    cart = Cart(note=form.get("note", ""))
    cart.add("A-100")
    cart.add(form["article"], amount=2)
    subprocess.getoutput("print-order " + cart.summary())  # sink
    return cart.note
