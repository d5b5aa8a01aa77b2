import re

WORD = re.compile(r"[A-Za-z0-9_]+")


def is_word(text):
    return WORD.match(text) is not None
