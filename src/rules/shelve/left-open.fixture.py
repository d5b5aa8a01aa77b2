import atexit
import contextlib
import fcntl
import multiprocessing
import shelve
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Lock, Pool
from shelve import open as open_shelf

LOCK = Lock()


def keep(name):
    names = shelve.open("names")  # fail: unclosed
    #       ^^^^^^^^^^^^^^^^^^^^
    names[name] = True


def drop(name):
    names = open_shelf(filename="names", flag="w")  # fail: unclosed
    if name in names:
        del names[name]


class Store:
    def count(self, name):
        counts = shelve.DbfilenameShelf("counts", writeback=True)  # fail: unclosed
        counts[name].append(1)


def look_up(name):
    names = shelve.open("names", "r")  # open: read
    return names[name]


def keep_in_a_block(name):
    with shelve.open("names") as names:  # pass: the shelf is closed at the end of the block
        names[name] = True


def keep_by_closing(name):
    with contextlib.closing(open_shelf("names")) as names:  # pass: the shelf is closed at the end of the block
        names[name] = True


def keep_and_close(name):
    names = shelve.open("names")  # pass: the shelf is closed
    try:
        names[name] = True
    finally:
        names.close()


def keep_open():
    names = shelve.open("names")  # nothing: whoever gets it may close it
    names["a"] = True
    return names


def keep_to_the_end():
    names = shelve.open("names")  # nothing: it is closed when the program ends
    atexit.register(names.close)
    names["a"] = True


def work(item):
    with shelve.open("results") as results:  # fail: workers
        results[item] = item


def work_too(item):
    results = shelve.open("results")  # fail: workers
    results.update({item: item})
    results.close()


def work_under_a_lock(item):
    with LOCK, shelve.open("results") as results:  # pass: a lock is held while the shelf is open
        results[item] = item


def work_under_a_file_lock(item):
    with open("results.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with shelve.open("results") as results:  # pass: a lock is held while the shelf is open
            results[item] = item


def read_only(item):
    with shelve.open("results", "r") as results:  # pass: the shelf is closed at the end of the block
        return results[item]


def collect(queue):
    with shelve.open("results") as results:  # open: perhaps-workers
        results["all"] = queue.get()


def start(items, queue):
    with Pool(4) as pool:
        pool.map(work, items)
        pool.map(work_under_a_lock, items)
        pool.imap(read_only, items)
    with ProcessPoolExecutor() as executor:
        executor.map(work_too, items)
        executor.map(work_under_a_file_lock, items)
    multiprocessing.Process(target=collect, args=(queue,)).start()
