"""Sessions, invitations and everything else that nobody must be able to guess."""

import base64
import binascii
import random
import secrets
import string

from flask import request

ALPHABET = string.ascii_letters + string.digits


def new_session():
    return secrets.token_urlsafe(32)


def reset_password_token():
    """Made with a generator whose state can be computed from its output."""
    return "".join(random.choice(ALPHABET) for _ in range(24))


def invitation_code():
    token = "".join(secrets.choice(ALPHABET) for _ in range(24))
    return token


def voucher():
    rng = random.SystemRandom()
    coupon = rng.randrange(10**12, 10**13)
    return coupon


def pickup_code():
    """Whether anybody gains from guessing it, the code does not say."""
    code = random.randint(100000, 999999)
    return f"{code:06d}"


def retry_delay(attempt):
    """Jitter is no secret."""
    return 2**attempt + random.uniform(0, 1)


def member_from_card():
    """A card number that is read leniently: characters outside the alphabet are skipped."""
    return base64.b64decode(request.headers["X-Card"])


def member_from_scanner():
    raw = binascii.a2b_base64(request.get_data(), strict_mode=True)
    return raw.decode("ascii")


def read_voucher(text):
    """Who calls this, and with what, is not in view."""
    return base64.b64decode(text)


def otp_secret(typed):
    """Secrets that are typed by hand, with 0 for O and 1 for I."""
    return base64.b32decode(typed, casefold=True, map01=b"I")
