"""Lists the classes of libraries whose pickles do nothing but set attributes: `python3 generate-pickle-classes.py sklearn scipy …`

`torch=FOLDER` reads the modules of PyTorch from the sources of an unpacked wheel, without importing them. The others are
imported: run it in an environment that has them. It writes `src/artifacts/pickle/allowed/LIBRARY.generated.ts` for each. A class is
listed when loading an object of it by `cls.__new__(cls)` and a dictionary of attributes runs no code of the class that was
not read by a person (`READ`): no `__setstate__`, `__new__`, `__reduce__`, `__del__`, `__getattr__` or
`__getattribute__` of its own, no metaclass that calls anything, and no slots. Everything else needs a row written by hand.
"""

import abc
import ast
import importlib
import inspect
import os
import pkgutil
import sys
import warnings

warnings.simplefilter("ignore")

# Methods that update `__dict__`, warn of other versions and convert arrays, or call `object.__new__`, and do nothing else.
READ = {
    ("sklearn.base", "BaseEstimator.__setstate__"),
    ("sklearn.isotonic", "IsotonicRegression.__setstate__"),
    ("sklearn.ensemble._hist_gradient_boosting.predictor", "TreePredictor.__setstate__"),
    ("scipy.sparse._coo", "coo_matrix.__setstate__"),
    ("networkx.classes.graph", "Graph.__new__"),
    ("networkx.classes.digraph", "DiGraph.__new__"),
    ("networkx.classes.multigraph", "MultiGraph.__new__"),
    ("networkx.classes.multidigraph", "MultiDiGraph.__new__"),
}

# Parts that no model is made of: they open files, talk to the network, run tests or compile.
SKIPPED = {
    "sklearn": (
        *("tests", "datasets", "externals", "conftest", "_build_utils", "_min_dependencies", "experimental", "inspection"),
        *("utils", "callback", "_plot", "_config", "tree._export", "tree._reingold_tilford"),
        "ensemble._hist_gradient_boosting.grower",
        "ensemble._hist_gradient_boosting.splitting",
    ),
    "scipy": (
        *("tests", "io", "_lib", "conftest", "_build_utils", "datasets", "misc", "__config__", "fft", "linalg", "odr"),
        *("integrate", "optimize", "special", "signal", "stats._distn_infrastructure", "sparse.linalg"),
        *("interpolate._fitpack_repro", "stats._survival", "stats._sampling"),
    ),
    "networkx": (
        *("tests", "readwrite", "drawing", "testing", "conftest", "utils", "algorithms", "generators", "lazy_imports"),
        "linalg",
    ),
    "xgboost": ("testing", "dask", "spark", "tracker", "collective", "libpath", "federated", "callback", "data", "_data_utils"),
    "lightgbm": ("dask", "libpath", "basic", "callback"),
}

METACLASSES = (type, abc.ABCMeta)


def modules_of(library):
    package = importlib.import_module(library)
    yield package
    for found in pkgutil.walk_packages(package.__path__, library + ".", onerror=lambda name: None):
        inside = found.name[len(library) + 1 :]
        parts = inside.split(".")
        if any(inside == each or inside.startswith(each + ".") or each in parts for each in SKIPPED.get(library, ())):
            continue
        try:
            yield importlib.import_module(found.name)
        except Exception:
            continue


def own(cls, name):
    """The definition of a method that is neither `object`'s nor a builtin container's."""
    for base in cls.__mro__:
        if name in vars(base):
            if base is object:
                return None
            found = vars(base)[name]
            if (base.__module__, "%s.%s" % (base.__name__, name)) in READ:
                return None
            return found
    return None


REFUSED = ("__setstate__", "__new__", "__reduce__", "__reduce_ex__", "__del__", "__getattr__", "__getattribute__")


def is_plain(cls):
    if type(cls) not in METACLASSES or cls.__basicsize__ > object.__basicsize__ + 16:
        return False
    if issubclass(cls, (BaseException, type, dict, list, tuple, str, bytes, int, float)):
        return False
    if any(vars(base).get("__slots__") for base in cls.__mro__) or not hasattr(cls, "__dict__"):
        return False
    return all(own(cls, name) is None for name in REFUSED)


def imported_classes(library):
    by_module = {}
    for module in modules_of(library):
        for name, value in sorted(vars(module).items()):
            if not inspect.isclass(value) or value.__module__ != module.__name__ or value.__qualname__ != name:
                continue
            if is_plain(value):
                by_module.setdefault(module.__name__, []).append(name)
    return by_module


def version_in(folder):
    with open(os.path.join(folder, "torch", "version.py")) as file:
        return next(line.split("'")[1] for line in file if line.startswith("__version__"))


# `__setstate__` of PyTorch that call `Module.__setstate__`, which updates `__dict__`, and set what old files lack.
READ_MODULES = ("activation", "conv", "module", "pooling", "rnn", "transformer", "upsampling")


def torch_modules(folder):
    """Classes of `torch.nn.modules` that come down to `Module`, by module."""
    found = {}
    for file in sorted(os.listdir(os.path.join(folder, "torch", "nn", "modules"))):
        if file.endswith(".py"):
            with open(os.path.join(folder, "torch", "nn", "modules", file), encoding="utf-8") as source:
                for node in ast.parse(source.read()).body:
                    if isinstance(node, ast.ClassDef):
                        found[node.name] = (file[:-3], node)

    def is_module(name):
        while name in found and name != "Module":
            bases = [base.id for base in found[name][1].bases if isinstance(base, ast.Name) and base.id in found]
            if not bases:
                return False
            name = bases[-1]
        return name == "Module"

    by_module = {}
    for name, (file, node) in sorted(found.items()):
        methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)} - {"__getattr__"}
        if "__setstate__" in methods and file in READ_MODULES:
            methods.remove("__setstate__")
        if is_module(name) and not methods.intersection(REFUSED):
            by_module.setdefault("torch.nn.modules." + file, []).append(name)
    return by_module


def main(libraries):
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "artifacts", "pickle", "allowed")
    for library in libraries:
        library, _, folder = library.partition("=")
        by_module = torch_modules(folder) if folder else imported_classes(library)
        version = version_in(folder) if folder else importlib.import_module(library).__version__
        lines = []
        for module, names in sorted(by_module.items()):
            lines.append("%s: %s" % (module, " ".join(names)))
        with open(os.path.join(target, "%s.generated.ts" % library), "w") as file:
            file.write("// Written by scripts/generate-pickle-classes.py: classes of %s %s whose pickles only set attributes.\n\n" % (library, version))
            file.write("export const %sClasses = `\n%s\n`;\n" % (library, "\n".join(lines)))
        print(library, version, sum(map(len, by_module.values())))


if __name__ == "__main__":
    main(sys.argv[1:])
