import os
from multiprocessing import shared_memory
from multiprocessing.shared_memory import ShareableList, SharedMemory as Block

from flask import request


def hostile():
    first = shared_memory.SharedMemory(name=request.args["block"])  # fail: hostile
    #                                       ^^^^^^^^^^^^^^^^^^^^^
    second = Block(request.form["block"])  # fail: hostile
    third = ShareableList(name=request.args["list"])  # fail: hostile
    return first, second, third


def fresh():
    first = Block(create=True, size=4096)  # pass: the name is chosen at random
    second = ShareableList([1, 2, 3])  # pass: the name is chosen at random
    third = Block("jobs", create=True, size=4096)  # pass: the block is made here, and must not exist before
    return first, second, third


def known(name):
    first = Block("jobs")  # open: known
    second = Block(name)  # nothing: the name was handed over
    third = Block(os.environ["JOBS_BLOCK"])  # nothing: handed over by the process that started this one
    return first, second, third


def shadowed(Block):
    return Block(request.args["block"])  # nothing: a parameter of that name


class Memory:
    def SharedMemory(self, name):
        return name

    def open(self):
        return self.SharedMemory(request.args["block"])  # nothing: a method of that name
