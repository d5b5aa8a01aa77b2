import copyreg
import pickle
from copyreg import add_extension as register

CODE = 241


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)


copyreg.add_extension("os", "system", 240)  # fail: bypass
register("builtins", "eval", CODE)  # fail: bypass
register(module="shutil", name="rmtree", code=242)  # fail: bypass

copyreg.pickle(complex, lambda c: (complex, (c.real, c.imag)))  # nothing: a reducer for writing
copyreg.remove_extension("os", "system", 240)  # nothing: takes a code away
copyreg.clear_extension_cache()  # nothing: empties the cache


class copyreg2:
    def add_extension(self, module, name, code):
        pass


copyreg2().add_extension("os", "system", 1)  # nothing: another registry

# file: plain.py
import copyreg

copyreg.add_extension("app.types", "Point", 243)  # open: unknown
