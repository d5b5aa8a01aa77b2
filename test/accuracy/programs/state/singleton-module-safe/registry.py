class Registry:
    def __init__(self):
        self._values = {"command": "true"}

    def set(self, name, value):
        self._values[name] = value

    def get(self, name):
        return self._values[name]


registry = Registry()
