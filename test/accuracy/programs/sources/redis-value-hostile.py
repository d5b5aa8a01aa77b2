# truth: hostile
# twin: redis-value-safe.py
# known: missed -- second-order data is undecided: who stored it is not seen
# entry: session("guest")

import pickle

import redis

store = redis.Redis(host="cache", port=6379)
EMPTY = pickle.dumps({})


def session(key):
    data = store.get(f"session:{key}")
    if data is None:
        return {}
    return pickle.loads(data)  # sink
