import builtins
import collections
import importlib
import io
import pickle
import re
import sys
from pickle import Unpickler as Base

ALLOWED = frozenset({("builtins", "set"), ("collections", "OrderedDict"), ("datetime", "date")})
SAFE_BUILTINS = {"range", "complex", "set", "frozenset", "slice"}
BAD = {"os", "subprocess"}


class SafeUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        return super().find_class(module, name)  # fail: delegates


class Renamed(Base):
    def find_class(self, module, name):
        if module == "old_package":
            module = "new_package"
        return super().find_class(module, name)  # open: delegates


class ModuleOnly(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "collections":  # fail: module-only
        #  ^^^^^^^^^^^^^^^^^^^^^^^
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


class ModuleList(pickle.Unpickler):
    def find_class(self, module, name):
        if module not in ("collections", "datetime"):  # fail: module-only
            raise pickle.UnpicklingError(name)
        return super(ModuleList, self).find_class(module, name)


class Prefix(pickle.Unpickler):
    def find_class(self, module, name):
        if module.startswith("myapp."):  # fail: prefix
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


class DenyList(pickle.Unpickler):
    def find_class(self, module, name):
        if module in BAD:  # fail: deny-list
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class Escape(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) in {("builtins", "set"), ("builtins", "getattr")}:  # fail: escape
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


class Elsewhere(pickle.Unpickler):
    def find_class(self, module, name):
        check_global(module, name)
        return super().find_class(module, name)  # open: unknown


class Pairs(pickle.Unpickler):  # pass: find_class refuses every pair of module and name outside a fixed set
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"global {module}.{name} is forbidden")
        return super().find_class(module, name)


class Documented(pickle.Unpickler):  # pass: find_class refuses every pair of module and name outside a fixed set
    def find_class(self, module, name):
        if module == "builtins" and name in SAFE_BUILTINS:
            return getattr(builtins, name)
        raise pickle.UnpicklingError("global '%s.%s' is forbidden" % (module, name))


class Nothing(pickle.Unpickler):  # pass: find_class refuses every global
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)


class Table(pickle.Unpickler):  # pass: find_class gives back entries of a fixed table only
    table = {("collections", "OrderedDict"): collections.OrderedDict}

    def find_class(self, module, name):
        return self.table[(module, name)]


class Inherits(Pairs):  # nothing: the base restricts
    pass


class Other:
    def find_class(self, module, name):  # nothing: no unpickler
        return getattr(sys.modules[module], name)


class OtherMethod(pickle.Unpickler):  # nothing: restricts nothing and does not claim to
    def persistent_load(self, pid):
        raise pickle.UnpicklingError(pid)
