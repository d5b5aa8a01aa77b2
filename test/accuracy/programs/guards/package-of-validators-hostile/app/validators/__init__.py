from app.validators.words import check_size, check_word

RULES = {"name": check_size, "size": check_size}


def validated(field, value):
    RULES[field](value)
    return value
