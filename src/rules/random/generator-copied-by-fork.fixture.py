# file: pools.py
# python: 3.9-3.13
import concurrent.futures
import os
import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool, Process
from random import Random

RNG = random.Random()
SYSTEM = random.SystemRandom()


def store(item):
    name = "%x" % RNG.getrandbits(32)  # fail: copied
    #             ^^^^^^^^^^^^^^^^^^^
    with open(name, "x") as out:
        out.write(item)


def number(count):
    request_id = RNG.randrange(10**9)  # fail: copied
    return request_id, count


def jitter(item):
    return RNG.random() + item  # open: perhaps


def own(item):
    rng = Random()
    file_name = "%x" % rng.getrandbits(32)  # pass: the generator is made in the process that uses it
    return file_name, item


def own_too(item):
    generator = random.Random(os.urandom(8))
    suffix = generator.choice("abc")  # pass: the generator is made in the process that uses it
    return suffix, item


def shared_module(item):
    name = random.getrandbits(32)  # nothing: the fork gives this one a new seed
    token_id = SYSTEM.getrandbits(32)  # nothing: this one has no state
    return name, token_id, item


def thread(item):
    name = RNG.getrandbits(32)  # nothing: threads share the generator
    return name, item


def start(items):
    Process(target=store, args=(items[0],)).start()
    Process(target=shared_module, args=(items[0],)).start()
    with Pool(4) as pool:
        pool.map(number, items)
        pool.apply_async(own, items)
        pool.imap_unordered(own_too, items)
    with ProcessPoolExecutor() as executor:
        executor.submit(jitter, items[0])
    with concurrent.futures.ThreadPoolExecutor() as executor:
        executor.map(thread, items)


def serve():
    rng = random.Random()
    if os.fork() == 0:
        session_id = rng.getrandbits(64)  # fail: copied
        return session_id
    return None


def serve_well():
    if os.fork() == 0:
        rng = random.Random()
        session_id = rng.getrandbits(64)  # pass: the generator is made in the process that uses it
        return session_id
    return None


# file: fresh.py
# python: 3.14
from multiprocessing import Pool
from random import Random

RNG = Random()


def number(count):
    request_id = RNG.randrange(10**9)  # pass: worker processes import the module anew, and with it make a generator of their own
    return request_id, count


def start(items):
    with Pool(4) as pool:
        pool.map(number, items)


# file: asked.py
# python: 3.12
import multiprocessing
from random import Random

RNG = Random()


def number(count):
    request_id = RNG.randrange(10**9)  # pass: worker processes import the module anew, and with it make a generator of their own
    return request_id, count


def start(items):
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(4) as pool:
        pool.map(number, items)


# file: asked_to_copy.py
# python: 3.15
import multiprocessing
from random import Random

RNG = Random()


def number(count):
    request_id = RNG.randrange(10**9)  # fail: copied
    return request_id, count


def start(items):
    multiprocessing.set_start_method("fork")
    multiprocessing.Process(target=number, args=(1,)).start()
