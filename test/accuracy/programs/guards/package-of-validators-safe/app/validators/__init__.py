from app.validators.words import check_size, check_word

RULES = {"name": check_word, "size": check_size}


def validated(field, value):
    RULES[field](value)
    return value
