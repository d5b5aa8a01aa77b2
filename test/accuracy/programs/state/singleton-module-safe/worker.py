import os

from registry import registry


def work():
    os.system(registry.get("command"))  # sink
