"""What an attack calls when it gets through: a pickle names owned.mark, and so does a logging configuration."""

import heed_world


def mark(*_args, **_kwargs):
    heed_world.record("code", "owned.mark()", True)
    return "owned"
