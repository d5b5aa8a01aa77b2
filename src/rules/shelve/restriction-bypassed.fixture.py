import io
import pickle
import shelve
from shelve import BsdDbShelf, DbfilenameShelf as FileShelf

ALLOWED = {("collections", "OrderedDict")}


class SafeUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


def safe_loads(data):
    return SafeUnpickler(io.BytesIO(data)).load()


class Cursor(shelve.BsdDbShelf):  # fail: cursor
    def __getitem__(self, key):
        return SafeUnpickler(io.BytesIO(self.dict[key.encode()])).load()


class HalfCursor(BsdDbShelf):  # fail: cursor
    def __getitem__(self, key):
        return safe_loads(self.dict[key.encode()])

    def first(self):
        key, value = self.dict.first()
        return key, safe_loads(value)


class OnlyGet(shelve.Shelf):
    def get(self, key, default=None):  # fail: item
        return safe_loads(self.dict[key.encode()]) if key in self else default


class OnlyValues(FileShelf):
    def values(self):  # fail: item
        return [safe_loads(value) for value in self.dict.values()]


class PlainValues(shelve.Shelf):
    def __getitem__(self, key):
        return safe_loads(self.dict[key.encode()])

    def values(self):  # fail: plain
        return [pickle.loads(value) for value in self.dict.values()]


class Everywhere(shelve.Shelf):  # pass: every way to a value goes through the restricted unpickler
    def __getitem__(self, key):
        return SafeUnpickler(io.BytesIO(self.dict[key.encode()])).load()

    def get(self, key, default=None):
        return super().get(key, default)


class InFiles(FileShelf):  # pass: every way to a value goes through the restricted unpickler
    def __getitem__(self, key):
        return safe_loads(self.dict[key.encode()])


class WholeCursor(BsdDbShelf):  # pass: every way to a value goes through the restricted unpickler
    def __getitem__(self, key):
        return safe_loads(self.dict[key.encode()])

    def set_location(self, key):
        key, value = self.dict.set_location(key)
        return key, safe_loads(value)

    def next(self):
        key, value = next(self.dict)
        return key, safe_loads(value)

    def previous(self):
        key, value = self.dict.previous()
        return key, safe_loads(value)

    def first(self):
        key, value = self.dict.first()
        return key, safe_loads(value)

    def last(self):
        key, value = self.dict.last()
        return key, safe_loads(value)


class Json(shelve.Shelf):
    def __getitem__(self, key):  # open: unknown
        return decode(self.dict[key.encode()])


class Counted(shelve.Shelf):  # nothing: it restricts nothing
    def get(self, key, default=0):
        return super().get(key, default)
