import os
import queue
import subprocess
from multiprocessing.managers import BaseManager, SyncManager

from application import Counter, find


class Queues(BaseManager):
    pass


jobs = queue.Queue()

Queues.register("run", callable=os.system)  # fail: function
#                               ^^^^^^^^^
Queues.register("evaluate", eval)  # fail: function
BaseManager.register("os", callable=lambda: os)  # fail: module
#                                   ^^^^^^^^^^
SyncManager.register("start", callable=subprocess.Popen)  # fail: function

Queues.register("count", Counter, exposed=["increase"])  # pass: the methods that clients may call are listed
Queues.register("find", callable=find, exposed=("__call__",))  # pass: the methods that clients may call are listed
BaseManager.register("add", callable=find, exposed=["__call__"])  # pass: the methods that clients may call are listed

Queues.register("jobs", callable=lambda: jobs)  # nothing: a queue
Queues.register("jobs")  # nothing: the client's side


class Registry:
    def register(self, name, callable):
        return name

    def fill(self):
        self.register("run", os.system)  # nothing: a method of that name


def shadowed(Queues):
    Queues.register("run", os.system)  # nothing: a parameter of that name
