import logging
import logging.config
from logging import getLogger
from logging.config import DictConfigurator, dictConfig as configure

audit = logging.getLogger("audit.login")
CONFIG = {"version": 1, "loggers": {"app": {"level": "INFO"}}}
LOUD = {"version": 1, "disable_existing_loggers": False}


class Guard:
    log = getLogger("app.security")


def start():
    logging.config.dictConfig({"version": 1, "root": {"level": "INFO"}})  # fail: silenced
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    configure(config={"version": 1, "disable_existing_loggers": True})  # fail: silenced
    DictConfigurator(CONFIG).configure()  # fail: silenced
    configure({"version": 1, "loggers": {"audit": {}}})  # fail: silenced


def start_carefully():
    logging.config.dictConfig({"version": 1, "disable_existing_loggers": False})  # pass: loggers that exist already are kept
    configure(LOUD)  # pass: loggers that exist already are kept
    logging.config.fileConfig("logging.ini", disable_existing_loggers=False)  # pass: loggers that exist already are kept
    logging.config.fileConfig("logging.ini", None, False)  # pass: loggers that exist already are kept
    configure({"version": 1, "loggers": {"audit": {}, "app.security": {}}})  # pass: the configuration names the logger


def start_from_files(config, keep):
    logging.config.fileConfig("logging.ini")  # open: unknown
    logging.config.fileConfig("logging.ini", disable_existing_loggers=True)  # open: unknown
    logging.config.fileConfig("logging.ini", disable_existing_loggers=keep)  # nothing: the caller chooses
    configure(config)  # nothing: what it names is not known
    configure({"version": 1, "incremental": True})  # nothing: nothing is switched off


# file: security.py
# python: 3.9-3.14
import logging
import logging.config

log = logging.getLogger("app")
own = logging.getLogger(__name__)


def start():
    logging.config.dictConfig({"version": 1})  # nothing: no logger of an audit
