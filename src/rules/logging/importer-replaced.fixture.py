import builtins
import importlib
import logging.config
from logging.config import BaseConfigurator, DictConfigurator as Configurator

from flask import request

OURS = ("logging", "logging.handlers", "app")


def evaluate(name):
    return eval(name)


def only_ours(name):
    if name not in OURS:
        raise ImportError(name)
    return importlib.import_module(name)


def anything(name):
    return importlib.import_module(name)


logging.config.BaseConfigurator.importer = staticmethod(eval)  # fail: evaluates
#                                          ^^^^^^^^^^^^^^^^^^
BaseConfigurator.importer = builtins.eval  # fail: evaluates
Configurator.importer = staticmethod(evaluate)  # fail: evaluates
Configurator.importer = lambda name: eval(name)  # fail: evaluates
BaseConfigurator.importer = staticmethod(only_ours)  # pass: the importer refuses what is not in a list
logging.config.DictConfigurator.importer = only_ours  # pass: the importer refuses what is not in a list
BaseConfigurator.importer = staticmethod(anything)  # open: unknown
BaseConfigurator.importer = staticmethod(__import__)  # nothing: that is the default


def by_a_client(table):
    BaseConfigurator.importer = table[request.args["importer"]]  # fail: chosen


def by_somebody(find):
    BaseConfigurator.importer = find  # open: unknown


class Evaluating(Configurator):
    importer = staticmethod(eval)  # fail: evaluates


class EvaluatingToo(BaseConfigurator):
    def importer(self, name):  # fail: evaluates
        return eval(name)


class Listed(Configurator):
    @staticmethod
    def importer(name):  # pass: the importer refuses what is not in a list
        if name in OURS:
            return importlib.import_module(name)
        raise ImportError(name)


class Drawer:
    importer = staticmethod(eval)  # nothing: no configurator
