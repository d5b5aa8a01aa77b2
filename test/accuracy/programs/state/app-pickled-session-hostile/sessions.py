import pickle


class SessionStore:
    def __init__(self, fallback):
        self._entries = {}
        self._fallback = fallback

    def save(self, key, data):
        self._entries[key] = bytes(data)

    def load(self, key):
        data = self._entries.get(key) or self._fallback
        return pickle.loads(data)  # sink
