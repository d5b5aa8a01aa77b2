class Invalid(Exception):
    pass


def check_word(value):
    if not value.isalnum():
        raise Invalid(value)


def check_size(value):
    if len(value) > 80:
        raise Invalid("too long")
