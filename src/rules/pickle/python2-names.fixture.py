import io
import pickle
from pickle import Unpickler

DANGEROUS = {"builtins", "os", "subprocess"}
ALLOWED = frozenset({("builtins", "set"), ("collections", "OrderedDict")})
ALLOWED_OF_BOTH = frozenset({("builtins", "set"), ("__builtin__", "set")})


class Refusing(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "builtins":  # fail: refused
        #  ^^^^^^^^^^^^^^^^^^^^
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class RefusingMany(Unpickler):
    def find_class(self, module, name):
        if module in DANGEROUS:  # fail: refused
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class RefusingPairs(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) in {("builtins", "eval"), ("builtins", "exec")}:  # fail: refused
            raise pickle.UnpicklingError(name)
        return pickle.Unpickler.find_class(self, module, name)


class Persistent(pickle.Unpickler):
    def persistent_load(self, pid):
        raise pickle.UnpicklingError(pid)


class RefusingDerived(Persistent):
    def find_class(self, module, global_name):
        if module in ("subprocess", "posix"):  # fail: refused
            raise pickle.UnpicklingError(global_name)
        return super().find_class(module, global_name)


class RefusingBoth(pickle.Unpickler):  # pass: old and new names are tested
    def find_class(self, module, name):
        if module in {"builtins", "__builtin__"}:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class RefusingBothApart(Unpickler):  # pass: old and new names are tested
    def find_class(self, module, name):
        if module == "builtins" or module == "__builtin__":
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class Allowing(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:  # nothing: the old names are refused, too
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class AllowingBoth(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED_OF_BOTH:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


def old_pickles(data):
    Allowing(io.BytesIO(data), encoding="latin1").load()  # open: unlisted
    Allowing(io.BytesIO(data), encoding="bytes", errors="strict").load()  # open: unlisted
    AllowingBoth(io.BytesIO(data), encoding="latin1").load()  # pass: old and new names are tested
    Allowing(io.BytesIO(data), fix_imports=False, encoding="bytes").load()  # pass: old names are not translated
    Allowing(io.BytesIO(data)).load()  # nothing: pickles of today
    pickle.Unpickler(io.BytesIO(data), encoding="latin1").load()  # nothing: restricts nothing


class ByModule(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "builtins":  # nothing: what is not that module is refused
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)
