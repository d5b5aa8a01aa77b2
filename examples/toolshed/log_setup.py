"""How the application logs."""

import hashlib
import hmac
import json
import logging.config
import os

from flask import request

KEY = os.environ.get("TOOLSHED_LOG_KEY", "").encode()
HERE = os.path.dirname(os.path.abspath(__file__))

BASIC = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"level": "INFO", "handlers": ["console"]},
}


def configure():
    logging.config.dictConfig(BASIC)


def configure_from_package():
    logging.config.fileConfig(os.path.join(HERE, "logging.ini"))


def configure_from(path):
    """Parts of the file are evaluated as code."""
    logging.config.fileConfig(path)


def configure_remotely():
    """The settings come with a request, and name the classes to be made."""
    logging.config.dictConfig(json.loads(request.get_data()))


def accept_settings():
    """Every local user may send settings, and with them code."""
    listener = logging.config.listen(9030)
    listener.start()


def genuine(data):
    signature, settings = data[:32], data[32:]
    if not hmac.compare_digest(signature, hmac.digest(KEY, settings, hashlib.sha256)):
        return None
    return settings


def accept_signed_settings():
    listener = logging.config.listen(9030, verify=genuine)
    listener.start()


def accept_settings_with(check):
    listener = logging.config.listen(9030, verify=check)
    listener.start()
