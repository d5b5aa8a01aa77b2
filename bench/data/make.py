"""Writes large honest files into the folder that is given, as the libraries write them: models of scikit-learn, XGBoost and
LightGBM, frames of pandas, arrays of NumPy, and one zip of PyTorch's layout. Files that are there already are kept.
"""

import os
import pickle
import sys
import zipfile

import joblib
import numpy
import pandas

random = numpy.random.default_rng(1)


def pickled(make):
    return lambda path: pickle.dump(make(), open(path, "wb"))


def samples(rows, columns):
    table = random.random((rows, columns))
    return table, table[:, 0] * 3 + numpy.sin(table[:, 1] * 9) + random.random(rows)


def forest():
    from sklearn.ensemble import RandomForestRegressor

    return RandomForestRegressor(60, random_state=1).fit(*samples(12_000, 8))


def boosting():
    from sklearn.ensemble import GradientBoostingRegressor

    return GradientBoostingRegressor(n_estimators=1500, max_depth=9, subsample=0.5, random_state=1).fit(*samples(1500, 6))


def xgboost():
    from xgboost import XGBRegressor

    return XGBRegressor(n_estimators=600, max_depth=14).fit(*samples(12_000, 8))


def lightgbm():
    from lightgbm import LGBMRegressor

    return LGBMRegressor(n_estimators=300, num_leaves=400, min_child_samples=5, n_jobs=1, verbose=-1).fit(*samples(6000, 8))


def numbers():
    return pandas.DataFrame(random.random((500_000, 25)), columns=["column %d" % each for each in range(25)])


def words():
    """Columns of Python objects: a short text or a number each."""
    rows = 300_000
    cities = numpy.array(["Berlin", "Lisbon", "Osaka", "Quito"], dtype=object)
    return pandas.DataFrame(
        {
            "name": pandas.Series(["user %d" % each for each in range(rows)], dtype=object),
            "mail": pandas.Series(["user.%d@example.org" % each for each in range(rows)], dtype=object),
            "city": pandas.Series(cities[random.integers(0, 4, rows)], dtype=object),
            "score": random.random(rows),
        }
    )


def arrays():
    return {"layer %d" % each: random.random((500, 2500)) for each in range(10)}


def torch(path):
    """A gigabyte, of forty tensors that are stored as they are; its pickle is written by hand, as torch names things."""
    size = 25 * 1024 * 1024
    out = [b"\x80\x02ccollections\nOrderedDict\n)R("]
    for each in range(40):
        storage = b"(X\x07\0\0\0storagectorch\nFloatStorage\nX" + text(str(each)) + b"X\x03\0\0\0cpuJ" + number(size // 4) + b"tQ"
        shape = b"M\xc8\x00J" + number(size // 800) + b"\x86"
        out.append(b"X" + text("layers.%d.weight" % each) + b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + b"K\0" + shape)
        out.append(b"J" + number(size // 800) + b"K\x01\x86\x89ccollections\nOrderedDict\n)RtR")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", b"".join(out) + b"u.")
        archive.writestr("archive/byteorder", "little")
        for each in range(40):
            archive.writestr("archive/data/%d" % each, random.random(size // 4, dtype=numpy.float32).tobytes())
        archive.writestr("archive/version", "3\n")


def number(value):
    return value.to_bytes(4, "little")


def text(value):
    return number(len(value)) + value.encode()


files = {
    "forest.pkl": pickled(forest),
    "forest.joblib": lambda path: joblib.dump(forest(), path),
    "forest-compressed.joblib": lambda path: joblib.dump(forest(), path, compress=3),
    "boosting.pkl": pickled(boosting),
    "xgboost.pkl": pickled(xgboost),
    "lightgbm.pkl": pickled(lightgbm),
    "frame.pkl": pickled(numbers),
    "frame-of-objects.pkl": pickled(words),
    "arrays.pkl": pickled(arrays),
    "array.npy": lambda path: numpy.save(open(path, "wb"), random.random((5000, 2500))),
    "arrays.npz": lambda path: numpy.savez(open(path, "wb"), **arrays()),
    "torch.pt": torch,
}

for name, make in files.items():
    path = os.path.join(sys.argv[1], name)
    if not os.path.exists(path):
        make(path + ".part")
        os.replace(path + ".part", path)
