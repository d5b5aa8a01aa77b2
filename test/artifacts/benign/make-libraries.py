"""Writes honest pickles of objects of NumPy, pandas, SciPy, scikit-learn, joblib, XGBoost, LightGBM, NetworkX, cloudpickle and
dill, one file an object and protocol, into the folder that is given. Run by `npm run benign` in an environment that has them.
"""

import os
import pickle
import sys
import warnings

import numpy as np
import pandas as pd
import scipy.sparse as sparse

warnings.simplefilter("ignore")
rng = np.random.default_rng(7)
X = rng.normal(size=(60, 4))
y = (X[:, 0] + X[:, 1] > 0).astype(int)


def numpy_objects():
    record = np.zeros(3, dtype=[("a", "<i4"), ("b", "f8"), ("c", "S5")])
    yield "arrays", [np.arange(12).reshape(3, 4), np.asfortranarray(X), np.array([], dtype="f4"), np.array(5.0)]
    yield "large", np.arange(100_000, dtype="f8")
    yield "scalars", [np.float64(1.5), np.int32(7), np.bool_(True), np.complex128(1j), np.str_("s"), np.bytes_(b"b")]
    yield "dtypes", [np.dtype("f8"), np.dtype("<M8[ns]"), record.dtype, np.dtype("U5"), np.dtype(("i4", (2, 2)))]
    yield "records", [record, record.view(np.recarray)]
    yield "objects", np.array([1, "a", None, [2]], dtype=object)
    yield "strings", [np.array(["ab", "c"]), np.array([b"ab", b"c"])]
    yield "dates", np.array(["2024-01-01", "NaT"], dtype="M8[D]")
    yield "masked", np.ma.array([1.0, 2.0, 3.0], mask=[0, 1, 0])
    yield "matrix", np.matrix([[1, 2], [3, 4]])
    yield "random", [np.random.RandomState(3), np.random.default_rng(3), np.random.SeedSequence(5)]
    yield "generators", [np.random.Generator(kind(3)) for kind in (np.random.MT19937, np.random.Philox, np.random.SFC64)]
    yield "types", [np.float64, np.ndarray, np.int8]
    yield "functions", [np.log, np.exp, np.sum]
    yield "polynomial", np.polynomial.Polynomial([1, 2, 3])


def pandas_objects():
    frame = pd.DataFrame({"a": [1, 2, 3], "b": list("xyz"), "c": pd.Categorical(list("aba")), "d": [0.5, None, 2]})
    yield "frame", frame
    yield "object-frame", frame.astype(object)
    yield "series", [pd.Series([1.0, 2.0], name="s"), pd.Series(["a", None]), pd.Series([1, None], dtype="Int64")]
    yield "dates", pd.DataFrame({"t": pd.date_range("2024-01-01", periods=3, freq="D", tz="UTC")})
    yield "indexes", [
        pd.Index([1, 2]),
        pd.Index(["a", "b"]),
        pd.RangeIndex(5),
        pd.MultiIndex.from_product([[1, 2], ["a", "b"]]),
        pd.DatetimeIndex(["2024-01-01"]),
        pd.TimedeltaIndex(["1 day"]),
        pd.PeriodIndex(["2024-01"], freq="M"),
        pd.CategoricalIndex(list("ab")),
        pd.IntervalIndex.from_breaks([0, 1, 2]),
    ]
    yield "scalars", [pd.Timestamp("2024-01-01"), pd.Timedelta("1 day"), pd.Period("2024-01"), pd.NaT, pd.NA]
    yield "intervals", pd.Interval(0, 1)
    yield "offsets", [pd.offsets.Day(2), pd.offsets.MonthEnd(), pd.offsets.BusinessDay()]
    yield "strings", pd.Series(["a", "b"], dtype="string")
    yield "booleans", pd.Series([True, None], dtype="boolean")
    yield "sparse", pd.Series(pd.arrays.SparseArray([0, 0, 1]))
    yield "dtypes", [pd.CategoricalDtype(list("ab")), pd.Int64Dtype(), pd.DatetimeTZDtype(tz="UTC"), pd.StringDtype()]
    yield "grouped", frame.groupby("b").size()


def scipy_objects():
    dense = np.eye(4)
    yield "matrices", [kind(dense) for kind in (sparse.csr_matrix, sparse.csc_matrix, sparse.coo_matrix)]
    yield "more-matrices", [kind(dense) for kind in (sparse.lil_matrix, sparse.dok_matrix, sparse.bsr_matrix, sparse.dia_matrix)]
    yield "sparse-arrays", [sparse.csr_array(dense), sparse.coo_array(dense)]
    from scipy import interpolate, spatial, stats

    yield "frozen", stats.norm(0, 1)
    yield "distribution", stats.gamma
    yield "tree", spatial.cKDTree(X)
    yield "python-tree", spatial.KDTree(X)
    yield "spline", [interpolate.CubicSpline([0, 1, 2], [0, 1, 4]), interpolate.BSpline(*interpolate.splrep(range(5), range(5)))]
    yield "rotation", spatial.transform.Rotation.from_quat([0, 0, 0, 1])


def sklearn_objects():
    from sklearn import (
        cluster,
        compose,
        decomposition,
        discriminant_analysis,
        ensemble,
        feature_extraction,
        feature_selection,
        gaussian_process,
        impute,
        isotonic,
        kernel_ridge,
        linear_model,
        manifold,
        mixture,
        model_selection,
        multiclass,
        naive_bayes,
        neighbors,
        neural_network,
        pipeline,
        preprocessing,
        svm,
        tree,
    )
    from sklearn.calibration import CalibratedClassifierCV

    fitted = [
        linear_model.LinearRegression(),
        linear_model.LogisticRegression(),
        linear_model.Ridge(),
        linear_model.Lasso(),
        linear_model.ElasticNetCV(),
        linear_model.SGDClassifier(),
        linear_model.Perceptron(),
        linear_model.HuberRegressor(),
        svm.SVC(probability=False),
        svm.LinearSVC(),
        svm.SVR(),
        tree.DecisionTreeClassifier(),
        tree.ExtraTreeRegressor(),
        ensemble.RandomForestClassifier(n_estimators=3),
        ensemble.GradientBoostingClassifier(n_estimators=3),
        ensemble.HistGradientBoostingClassifier(max_iter=3),
        ensemble.AdaBoostClassifier(n_estimators=3),
        ensemble.IsolationForest(n_estimators=3),
        ensemble.BaggingClassifier(n_estimators=3),
        ensemble.VotingClassifier([("a", naive_bayes.GaussianNB()), ("b", tree.DecisionTreeClassifier())]),
        ensemble.StackingClassifier([("a", naive_bayes.GaussianNB())]),
        neighbors.KNeighborsClassifier(algorithm="kd_tree"),
        neighbors.KNeighborsRegressor(algorithm="ball_tree"),
        neighbors.KernelDensity(),
        neighbors.LocalOutlierFactor(novelty=True),
        naive_bayes.GaussianNB(),
        naive_bayes.BernoulliNB(),
        cluster.KMeans(3),
        cluster.MiniBatchKMeans(3),
        cluster.DBSCAN(),
        cluster.AgglomerativeClustering(),
        cluster.SpectralClustering(3),
        cluster.Birch(),
        decomposition.PCA(2),
        decomposition.TruncatedSVD(2),
        decomposition.FastICA(2),
        decomposition.IncrementalPCA(2),
        manifold.TSNE(perplexity=5),
        manifold.Isomap(),
        mixture.GaussianMixture(2),
        neural_network.MLPClassifier((5,), max_iter=20),
        gaussian_process.GaussianProcessRegressor(),
        kernel_ridge.KernelRidge(),
        discriminant_analysis.LinearDiscriminantAnalysis(),
        preprocessing.StandardScaler(),
        preprocessing.MinMaxScaler(),
        preprocessing.RobustScaler(),
        preprocessing.PolynomialFeatures(),
        preprocessing.QuantileTransformer(n_quantiles=10),
        preprocessing.PowerTransformer(),
        preprocessing.KBinsDiscretizer(3),
        preprocessing.Normalizer(),
        preprocessing.SplineTransformer(),
        preprocessing.FunctionTransformer(np.log1p),
        impute.SimpleImputer(),
        impute.KNNImputer(),
        feature_selection.SelectKBest(k=2),
        feature_selection.VarianceThreshold(),
        feature_selection.RFE(linear_model.LinearRegression()),
        multiclass.OneVsRestClassifier(linear_model.LogisticRegression()),
        CalibratedClassifierCV(naive_bayes.GaussianNB(), cv=2),
        model_selection.GridSearchCV(tree.DecisionTreeClassifier(), {"max_depth": [1, 2]}, cv=2),
        pipeline.make_pipeline(preprocessing.StandardScaler(), linear_model.LogisticRegression()),
        compose.ColumnTransformer([("a", preprocessing.StandardScaler(), [0, 1]), ("b", "passthrough", [2])]),
    ]
    for model in fitted:
        yield type(model).__name__, model.fit(X, y)
    yield "IsotonicRegression", isotonic.IsotonicRegression().fit(X[:, 0], y)
    words = ["the cat", "the dog", "a bird"]
    yield "CountVectorizer", feature_extraction.text.CountVectorizer().fit(words)
    yield "TfidfVectorizer", feature_extraction.text.TfidfVectorizer().fit(words)
    yield "HashingVectorizer", feature_extraction.text.HashingVectorizer()
    yield "OneHotEncoder", preprocessing.OneHotEncoder().fit([["a"], ["b"]])
    yield "OrdinalEncoder", preprocessing.OrdinalEncoder().fit([["a"], ["b"]])
    yield "LabelEncoder", preprocessing.LabelEncoder().fit(["a", "b"])
    yield "DictVectorizer", feature_extraction.DictVectorizer().fit([{"a": 1}])
    yield "kernels", gaussian_process.kernels.RBF() + gaussian_process.kernels.WhiteKernel()
    yield "splitters", [model_selection.KFold(3), model_selection.StratifiedKFold(3), model_selection.ShuffleSplit(2)]


def xgboost_objects():
    import xgboost

    yield "classifier", xgboost.XGBClassifier(n_estimators=2).fit(X, y)
    yield "regressor", xgboost.XGBRegressor(n_estimators=2).fit(X, y)
    yield "booster", xgboost.train({"max_depth": 2}, xgboost.DMatrix(X, y), 2)


def lightgbm_objects():
    import lightgbm

    yield "classifier", lightgbm.LGBMClassifier(n_estimators=2, verbose=-1).fit(X, y)
    yield "regressor", lightgbm.LGBMRegressor(n_estimators=2, verbose=-1).fit(X, y)
    yield "booster", lightgbm.train({"verbose": -1}, lightgbm.Dataset(X, y), 2)


def networkx_objects():
    import networkx as nx

    yield "graph", nx.path_graph(5)
    yield "directed", nx.DiGraph([(1, 2), (2, 3)])
    yield "multi", nx.MultiGraph([(1, 2), (1, 2)])


def function_objects():
    import functools

    yield "partial", functools.partial(sorted, reverse=True)


LIBRARIES = {
    "numpy": numpy_objects,
    "pandas": pandas_objects,
    "scipy": scipy_objects,
    "sklearn": sklearn_objects,
    "xgboost": xgboost_objects,
    "lightgbm": lightgbm_objects,
    "networkx": networkx_objects,
    "functools": function_objects,
}


def write(folder, library, name, value, protocol, dump=pickle.dumps):
    path = os.path.join(folder, "%s-%s-%d.pkl" % (library, name, protocol))
    try:
        data = dump(value, protocol)
    except Exception as error:  # some types have no pickle at old protocols
        print("none of %s: %r" % (os.path.basename(path), error), file=sys.stderr)
        return 0
    with open(path, "wb") as file:
        file.write(data)
    return 1


def with_joblib(folder):
    """Arrays in the middle of pickles, compressed in each way that joblib knows by itself."""
    import joblib
    from sklearn import ensemble, linear_model

    values = {
        "array": X,
        "arrays": {"x": X, "y": y, "names": np.array(["a", None], dtype=object)},
        "forest": ensemble.RandomForestClassifier(n_estimators=3).fit(X, y),
        "regression": linear_model.LogisticRegression().fit(X, y),
        "frame": pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}),
    }
    made = 0
    for name, value in values.items():
        for compress in (0, ("zlib", 3), ("gzip", 3), ("bz2", 3), ("xz", 3), ("lzma", 3)):
            kind = compress[0] if compress else "plain"
            joblib.dump(value, os.path.join(folder, "joblib-%s-%s.joblib" % (name, kind)), compress=compress)
            made += 1
    return made


def with_code(folder):
    """Functions and classes by value: honest, and yet code."""
    import cloudpickle
    import dill

    def add(one, other):
        return one + other

    class Point:
        def __init__(self, x):
            self.x = x

    made = 0
    for name, value in (("function", add), ("class", Point), ("instance", Point(3)), ("lambda", lambda: 1)):
        for protocol in range(2, 6):
            made += write(folder, "cloudpickle", name, value, protocol, cloudpickle.dumps)
            made += write(folder, "dill", name, value, protocol, dill.dumps)
    return made


def main(folder):
    made = 0
    for library, objects in LIBRARIES.items():
        for name, value in objects():
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                made += write(folder, library, name, value, protocol)
    print(made + with_code(folder) + with_joblib(folder))


if __name__ == "__main__":
    main(sys.argv[1])
