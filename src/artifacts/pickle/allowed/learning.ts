// scikit-learn, SciPy, XGBoost, LightGBM, NetworkX: the classes that are derived from their sources, and those in C or with a
// `__setstate__` of their own that were read.

import {
  anything,
  attributes,
  attributesIn,
  contract,
  data,
  float,
  instance,
  int,
  named,
  oneOf,
  orNone,
  plainState,
  text,
  tuple,
  tupleAll,
} from '../contracts.ts';
import type { Facts } from '../facts.ts';
import type { Value } from '../program.ts';
import { aClass, aFunction, type Entry, mentioned } from './entry.ts';
import { lightgbmClasses } from './lightgbm.generated.ts';
import { networkxClasses } from './networkx.generated.ts';
import { scipyClasses } from './scipy.generated.ts';
import { sklearnClasses } from './sklearn.generated.ts';
import { xgboostClasses } from './xgboost.generated.ts';

const nothing = tuple();
/** Objects that are made by `object.__new__` and filled with attributes. */
export const plain = { make: nothing, state: plainState, isHashable: true };
const array = instance('numpy.ndarray');
const numbers = oneOf(data, array);

/** Objects whose `__setstate__` hands bytes to native code that trusts them: hostile ones end the process, or do worse. */
const native = (what: string) => ({
  make: nothing,
  stateWhy: `native code of the library reads ${what} in it unchecked`,
});

/** SciPy runs this text as code while it loads a distribution; it is the same for all but the names of arguments. */
const argumentTemplate =
  /^\ndef _parse_args\(self, ([\w, ]*?) (loc=0(?:, scale=1)?)\):\n {4}return \(\1\), (loc, (?:scale|1))\n\ndef _parse_args_rvs\(self, \1 \2, size=None\):\n {4}return self\._argcheck_rvs\(\1 \3, size=size\)\n\ndef _parse_args_stats\(self, \1 \2, moments='mv'\):\n {4}return \(\1\), \3, moments\n$/;

const isTemplated = (state: Value, facts: Facts): boolean =>
  (attributesIn(state, facts) ?? []).every(
    ([name, value]) => name !== '_parse_arg_template' || argumentTemplate.test(facts.textOf(value) ?? ''),
  );

const distribution = contract(
  'attributes, of which _parse_arg_template, which is run as code, is as SciPy writes it',
  (state, facts) => attributes.holds(state, facts) && isTemplated(state, facts),
);

/** Views of graphs call their filters for each node, whoever goes through them or prints them. */
const filtered = contract(
  'attributes, with filters of NetworkX as NODE_OK and EDGE_OK',
  (state, facts) =>
    attributes.holds(state, facts) &&
    (attributesIn(state, facts) ?? []).every(
      ([name, value]) => !name.endsWith('_OK') || instance('networkx.classes.filters.show_nodes').holds(value, facts),
    ),
);

export const learning: readonly Entry[] = [
  ...[sklearnClasses, scipyClasses, xgboostClasses, lightgbmClasses, networkxClasses].flatMap((names) =>
    aClass(names, plain),
  ),

  ...aClass('sklearn.utils: _bunch.Bunch Bunch', { make: nothing, entries: [text(), anything], state: attributes }),
  ...aClass('sklearn.tree._tree: Tree', { call: tuple(int, array, int), state: attributes }),
  ...aClass(
    'sklearn.neighbors: _kd_tree.KDTree _ball_tree.BallTree _kd_tree.KDTree64 _kd_tree.KDTree32 _ball_tree.BallTree64 _ball_tree.BallTree32',
    {
      state: tupleAll(oneOf(numbers, instance(...distanceMetrics()), named('sklearn.neighbors._kd_tree.newObj'))),
    },
  ),
  ...aFunction('sklearn.neighbors: _kd_tree.newObj _ball_tree.newObj', {
    call: tuple(
      named(
        ...['KDTree', 'KDTree64', 'KDTree32'].map((name) => `sklearn.neighbors._kd_tree.${name}`),
        ...['BallTree', 'BallTree64', 'BallTree32'].map((name) => `sklearn.neighbors._ball_tree.${name}`),
      ),
    ),
    gives: 0,
  }),
  ...aFunction('sklearn.metrics._dist_metrics: newObj\nsklearn.neighbors._dist_metrics: newObj', {
    call: tuple(named(...distanceMetrics())),
    gives: 0,
  }),
  // `PyFuncDistance` calls a function; it is not among them.
  ...aClass(distanceMetrics().join(' '), { state: tupleAll(numbers) }),
  ...aClass(
    `sklearn._loss._loss: ${['HalfBinomial', 'HalfMultinomial', 'HalfSquared', 'HalfPoisson', 'HalfGamma', 'HalfTweedie', 'HalfTweedieLossIdentity', 'Absolute', 'Pinball', 'Huber', 'Exponential', 'HalfSquaredError', 'AbsoluteError', 'PinballLoss', 'HuberLoss', 'ExponentialLoss', 'HalfBinomialLoss', 'HalfMultinomialLoss', 'HalfPoissonLoss', 'HalfGammaLoss', 'HalfTweedieLoss'].map((name) => `Cy${name}`).join(' ')}`,
    { call: tupleAll(float) },
  ),
  ...aClass(
    'sklearn.linear_model._sgd_fast: Hinge SquaredHinge Log ModifiedHuber SquaredLoss Huber EpsilonInsensitive SquaredEpsilonInsensitive\nsklearn._loss._loss: CyHinge',
    { call: tupleAll(float) },
  ),
  ...mentioned(
    'sklearn.metrics._classification: accuracy_score balanced_accuracy_score brier_score_loss classification_report cohen_kappa_score confusion_matrix f1_score fbeta_score hamming_loss hinge_loss jaccard_score log_loss matthews_corrcoef precision_recall_fscore_support precision_score recall_score zero_one_loss\nsklearn.metrics._regression: explained_variance_score max_error mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance median_absolute_error r2_score root_mean_squared_error\nsklearn.metrics._ranking: auc average_precision_score roc_auc_score ndcg_score top_k_accuracy_score\nsklearn.metrics.cluster._unsupervised: silhouette_score calinski_harabasz_score davies_bouldin_score\nsklearn.metrics.pairwise: euclidean_distances cosine_similarity rbf_kernel linear_kernel polynomial_kernel\nsklearn.feature_selection._univariate_selection: f_classif chi2 f_regression\nsklearn.feature_selection._mutual_info: mutual_info_classif mutual_info_regression\nsklearn.metrics._scorer: _passthrough_scorer',
  ),

  ...aClass('scipy.spatial: _ckdtree.cKDTree _kdtree.KDTree ckdtree.cKDTree kdtree.KDTree', native('the tree')),
  ...aClass('scipy.spatial.transform: _rotation.Rotation rotation.Rotation', {
    make: nothing,
    state: tupleAll(numbers),
  }),
  ...aClass(
    'scipy.interpolate: _cubic.CubicSpline _interpolate.PPoly _interpolate.BPoly _cubic.PchipInterpolator _cubic.Akima1DInterpolator',
    {
      make: nothing,
      state: tuple(orNone(attributes), orNone(attributes)),
    },
  ),
  ...aClass(distributions(), {
    make: nothing,
    state: distribution,
    misuse: [contract('', (state, facts) => !isTemplated(state, facts)), 'runs its _parse_arg_template as code'],
  }),
  ...aClass('scipy.stats._distn_infrastructure: rv_frozen rv_continuous_frozen rv_discrete_frozen', plain),
  ...aClass('scipy.sparse._dok: dok_matrix dok_array', {
    make: nothing,
    state: attributes,
    entries: [numbers, numbers],
  }),
  ...mentioned('scipy.special._ufuncs: expit\nscipy._lib.array_api_compat.numpy._aliases: asarray'),

  ...aClass('xgboost.core: Booster', native('the model')),
  ...aClass('lightgbm.basic: Booster', native('the model')),
  ...aClass('networkx.classes.coreviews: FilterAdjacency FilterAtlas FilterMultiAdjacency FilterMultiInner', {
    ...plain,
    state: filtered,
  }),
  ...aClass(
    'networkx.classes.coreviews: AtlasView AdjacencyView MultiAdjacencyView UnionAtlas UnionAdjacency UnionMultiInner UnionMultiAdjacency\nnetworkx.classes.reportviews: NodeView NodeDataView',
    { make: nothing, state: attributes },
  ),
];

function distanceMetrics(): string[] {
  const kinds =
    'Euclidean Manhattan Chebyshev Minkowski WMinkowski SEuclidean Mahalanobis Hamming Canberra BrayCurtis Jaccard Matching Dice Kulsinski RogersTanimoto RussellRao SokalMichener SokalSneath Haversine'.split(
      ' ',
    );
  return ['sklearn.metrics._dist_metrics', 'sklearn.neighbors._dist_metrics'].flatMap((module) =>
    kinds.flatMap((kind) => ['', '64', '32'].map((size) => `${module}.${kind}Distance${size}`)),
  );
}

/** All of `scipy.stats._continuous_distns` and `_discrete_distns`. */
function distributions(): string {
  const continuous =
    'alpha anglit arcsine argus beta betaprime bradford burr burr12 cauchy chi chi2 cosine crystalball dgamma dweibull erlang expon exponnorm exponpow exponweib f fatiguelife fisk foldcauchy foldnorm gamma gausshyper genexpon genextreme gengamma genhalflogistic genhyperbolic geninvgauss genlogistic gennorm genpareto gibrat gompertz gumbel_l gumbel_r halfcauchy halfgennorm halflogistic halfnorm hypsecant invgamma invgauss invweibull johnsonsb johnsonsu kappa3 kappa4 ksone kstwo kstwobign laplace laplace_asymmetric levy levy_l loggamma logistic loglaplace lognorm loguniform reciprocal lomax maxwell mielke moyal nakagami ncf nct ncx2 norm norminvgauss pareto pearson3 powerlaw powerlognorm powernorm rayleigh rdist recipinvgauss rel_breitwigner rice semicircular skewcauchy skewnorm studentized_range t trapezoid triang truncexpon truncnorm truncpareto truncweibull_min tukeylambda uniform vonmises wald weibull_max weibull_min wrapcauchy';
  const discrete =
    'bernoulli betabinom betanbinom binom boltzmann dlaplace geom hypergeom logser nbinom nchypergeom_fisher nchypergeom_wallenius nhypergeom planck poisson randint skellam yulesimon zipf zipfian';
  const all = (names: string) =>
    names
      .split(' ')
      .map((name) => `${name}_gen`)
      .join(' ');
  return `scipy.stats._continuous_distns: ${all(continuous)}\nscipy.stats._discrete_distns: ${all(discrete)}\nscipy.stats._distn_infrastructure: rv_sample`;
}
