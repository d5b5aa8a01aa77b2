"""Writes honest files of what holds pickles, or could: arrays of NumPy, joblib, HDF5, shelves and databases, into the folder
that is given. Run by `npm run benign`.
"""

import dbm.dumb
import datetime
import os
import pickle
import shelve
import sqlite3
import sys

import h5py
import joblib
import numpy as np

os.chdir(sys.argv[1])
rng = np.random.default_rng(7)
record = np.zeros(5, dtype=[("x", "f4", (2, 3)), ("y", "U7"), ("", "V3")])

arrays = {
    "numbers": rng.normal(size=(30, 4)),
    "fortran": np.asfortranarray(np.ones((5, 6))),
    "scalar": np.array(5),
    "empty": np.zeros((0, 3)),
    "record": record,
    "texts": np.array(["ab", "c"]),
    "dates": np.array(["2020-01-01", "NaT"], dtype="M8[ns]"),
    "objects": np.array([1, "a", None, [2]], dtype=object),
    "mixed": np.array([(1, [2])], dtype=[("a", "i4"), ("b", "O")]),
}
for name, array in arrays.items():
    np.save(f"npy-{name}.npy", array)
np.savez("npz-plain.npz", **arrays)
np.savez_compressed("npz-compressed.npz", **arrays)

for protocol in range(6):
    joblib.dump({**arrays, "end": "the end"}, f"joblib-arrays-{protocol}.joblib", protocol=protocol)
for method in ["zlib", "gzip", "bz2", "lzma", "xz"]:
    joblib.dump(arrays, f"joblib-{method}.joblib", compress=(method, 3))

for version in ["earliest", "latest"]:
    with h5py.File(f"hdf5-{version}.h5", "w", libver=version) as file:
        file.attrs["model_config"] = '{"class_name": "Sequential", "config": {"layers": []}}'
        file.attrs["fixed"] = np.bytes_(pickle.dumps({"a": 1}, 0))
        file.attrs["opaque"] = np.void(pickle.dumps({"a": 1}, 4))
        group = file.create_group("layers/dense")
        group["plain"] = np.zeros((30, 30), "f4")
        group.create_dataset("packed", data=np.zeros(3000), compression="gzip", chunks=(100,))
        group["texts"] = ["one", "two"]
        for index in range(200):
            group.attrs[f"attribute {index}"] = "v" * index
            group[f"dataset {index}"] = np.arange(index + 1)
        file["soft"] = h5py.SoftLink("/layers")

for protocol in range(6):
    name = f"shelve-{protocol}"
    with shelve.Shelf(dbm.dumb.open(name, "n"), protocol=protocol) as shelf:
        for index in range(50):
            shelf[f"key {index}"] = {"n": index, "on": datetime.date(2020, 1, 1), "list": list(range(index * 10))}
        for index in range(0, 50, 3):
            shelf[f"key {index}"] = "x" * (index * 397 % 2000)
        for index in range(0, 50, 7):
            del shelf[f"key {index}"]
    if os.path.exists(f"{name}.bak"):
        os.remove(f"{name}.bak")

for mode in ["delete", "wal"]:
    database = sqlite3.connect(f"sqlite-{mode}.db")
    database.execute(f"PRAGMA journal_mode = {mode}")
    database.execute("CREATE TABLE Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)")
    database.execute("CREATE TABLE other (a TEXT, b)")
    for index in range(60):
        database.execute("INSERT INTO Dict VALUES (?, ?)", (b"key %d" % index, pickle.dumps(["x" * index * 300], index % 6)))
        database.execute("INSERT INTO other VALUES (?, ?)", ("text " * index, rng.bytes(index * 20)))
    database.commit()
    database.close()
