import re

WORD = re.compile(r"[A-Za-z0-9_]+")


def is_word(text):
    return WORD.fullmatch(text) is not None
