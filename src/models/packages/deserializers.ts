// Libraries that rebuild objects from bytes or text: pickle's relatives, YAML, arrays and models.

import { concept, everyCall, libraryClass, passes, type Row, returns, signature, twin, under } from '../model.ts';

const picklers = (): Row[] => [
  twin('pickle5.*', 'pickle.*'),
  twin('zodbpickle.pickle.*', 'pickle.*'),
  twin('cloudpickle.cloudpickle.*', 'cloudpickle.*'),
  twin('sklearn.externals.joblib.*', 'joblib.*'),
  twin('joblib.numpy_pickle.*', 'joblib.*'),
  twin('dill._dill.*', 'dill.*'),
  libraryClass('dill.Unpickler', 'pickle.Unpickler'),
  libraryClass('dill.Pickler', 'pickle.Pickler'),
  ...everyCall('deserialize', ['dill.load', 'cloudpickle.load', 'dill.Unpickler'], 'file', 0),
  ...everyCall('deserialize', ['dill.loads', 'cloudpickle.loads'], 'data', 0),
  ...everyCall('deserialize', under('dill', 'load_session load_module load_module_asdict'), 'filename', 0),
  ...everyCall('serialize', ['dill.dump', 'dill.dumps', 'cloudpickle.dump', 'cloudpickle.dumps'], 'obj', 0),
  concept('joblib.load', 'deserialize', 'filename', 0),
  concept('joblib.dump', 'serialize', 'value', 0),
  concept('joblib.Memory', 'deserialize', 'location', 0),
  concept('klepto.archives.file_archive', 'deserialize', 'name', 0),
  concept('jsonpickle.decode', 'deserialize', 'string', 0),
  concept('jsonpickle.loads', 'deserialize', 'string', 0),
  concept('jsonpickle.unpickler.decode', 'deserialize', 'string', 0),
  concept('jsonpickle.Unpickler.restore', 'deserialize', 'obj', 0),
  concept('jsonpickle.encode', 'serialize', 'value', 0),
  concept('pyspark.serializers.PickleSerializer.loads', 'deserialize', 'obj', 0),
  concept('kombu.serialization.pickle_loads', 'deserialize', 's', 0),
  concept('kombu.serialization.loads', 'deserialize-if-allowed', 'data', 0),
  ...everyCall(
    'deserialize',
    ['diskcache.Cache', 'diskcache.FanoutCache', 'diskcache.Index', 'diskcache.Deque'],
    'directory',
    0,
  ),
  ...everyCall('deserialize', ['cachelib.FileSystemCache', 'werkzeug.contrib.cache.FileSystemCache'], 'cache_dir', 0),
  concept('pickleshare.PickleShareDB', 'deserialize', 'root', 0),
  concept('sqlitedict.SqliteDict', 'deserialize', 'filename', 0),
];

const arrays = (): Row[] => [
  twin('pandas.io.pickle.read_pickle', 'pandas.read_pickle'),
  concept('pandas.read_pickle', 'deserialize', 'filepath_or_buffer', 0),
  concept('pandas.read_hdf', 'deserialize', 'path_or_buf', 0),
  ...everyCall('deserialize-if-allowed', ['numpy.load', 'numpy.lib.npyio.load'], 'file', 0),
  ...everyCall('deserialize-if-allowed', ['numpy.lib.format.read_array'], 'fp', 0),
  signature('numpy.load', 'file, mmap_mode=, allow_pickle=, fix_imports=, encoding=, *, max_header_size='),
  signature('numpy.lib.format.read_array', 'fp, allow_pickle=, pickle_kwargs=, *, max_header_size='),
  concept('torch.load', 'deserialize-if-allowed', 'f', 0),
  signature('torch.load', 'f, map_location=, pickle_module=, *, weights_only=, mmap=, **pickle_load_args'),
  concept('torch.save', 'serialize', 'obj', 0),
  signature('torch.save', 'obj, f, pickle_module=, pickle_protocol=, _use_new_zipfile_serialization='),
  ...['pandas.DataFrame.to_pickle', 'pandas.Series.to_pickle'].map((name) =>
    signature(name, 'path, *, compression=, protocol=, storage_options='),
  ),
  concept('torch.hub.load', 'import-by-name', 'repo_or_dir', 0),
  concept('torch.hub.load_state_dict_from_url', 'deserialize-if-allowed', 'url', 0),
  concept('torch.package.PackageImporter', 'deserialize', 'file_or_buffer', 0),
  concept('torch.jit.load', 'deserialize-code', 'f', 0),
  ...everyCall(
    'deserialize-if-allowed',
    [
      'keras.models.load_model',
      'keras.saving.load_model',
      'tensorflow.keras.models.load_model',
      'tf_keras.models.load_model',
    ],
    'filepath',
    0,
  ),
  ...everyCall(
    'deserialize',
    ['mlflow.pyfunc.load_model', 'mlflow.sklearn.load_model', 'mlflow.pytorch.load_model'],
    'model_uri',
    0,
  ),
  concept('skops.io.load', 'deserialize-if-allowed', 'file', 0),
  concept('skops.io.loads', 'deserialize-if-allowed', 'data', 0),
  ...everyCall(
    'random-number',
    under('numpy.random', 'rand randn randint random random_sample choice bytes permutation shuffle uniform normal'),
  ),
  concept('numpy.random.seed', 'random-seed', 'seed', 0),
  ...everyCall('random-generator', under('numpy.random', 'RandomState default_rng'), 'seed', 0),
  ...everyCall('random-seed', ['torch.manual_seed', 'tensorflow.random.set_seed'], 'seed', 0),
];

const yaml = (): Row[] => [
  twin('yaml.loader.*', 'yaml.*'),
  twin('yaml.cyaml.*', 'yaml.*'),
  twin('ruamel_yaml.*', 'ruamel.yaml.*'),
  ...under('yaml', 'BaseLoader Loader FullLoader SafeLoader UnsafeLoader').map((name) => libraryClass(name)),
  libraryClass('yaml.CBaseLoader', 'yaml.BaseLoader'),
  libraryClass('yaml.CSafeLoader', 'yaml.SafeLoader'),
  libraryClass('yaml.CFullLoader', 'yaml.FullLoader'),
  libraryClass('yaml.CUnsafeLoader', 'yaml.UnsafeLoader'),
  libraryClass('yaml.CLoader', 'yaml.Loader'),
  libraryClass('ruamel.yaml.YAML'),
  ...everyCall('yaml-load', under('yaml', 'load load_all'), 'stream', 0),
  ...under('yaml', 'load load_all').map((name) => signature(name, 'stream, Loader=')),
  ...everyCall('deserialize', under('yaml', 'unsafe_load unsafe_load_all'), 'stream', 0),
  ...everyCall('yaml-load', under('yaml', 'full_load full_load_all'), 'stream', 0),
  ...everyCall('yaml-load-safe', under('yaml', 'safe_load safe_load_all'), 'stream', 0),
  ...everyCall('yaml-load', under('ruamel.yaml', 'load load_all'), 'stream', 0),
  ...everyCall('yaml-load-safe', under('ruamel.yaml', 'safe_load safe_load_all'), 'stream', 0),
  concept('ruamel.yaml.YAML.load', 'yaml-load', 'stream', 0),
  signature('ruamel.yaml.YAML', '*, typ=, pure=, output=, plug_ins='),
];

const plain = (): Row[] => [
  // plain data is as trustworthy as the text that it was read from
  ...'yaml.safe_load yaml.safe_load_all orjson.loads ujson.loads ujson.load simplejson.loads simplejson.load rapidjson.loads toml.loads toml.load tomli.loads tomli.load rtoml.loads tomlkit.parse msgpack.unpackb msgpack.unpack msgpack.loads bson.loads cbor2.loads json5.loads hjson.loads orjson.dumps simplejson.dumps ujson.dumps msgpack.packb'
    .split(' ')
    .map(passes),
  ...everyCall(
    'data-parse',
    ['orjson.loads', 'ujson.loads', 'simplejson.loads', 'rapidjson.loads', 'ujson.load', 'simplejson.load'],
    undefined,
    0,
  ),
  ...everyCall(
    'data-parse',
    ['toml.loads', 'toml.load', 'tomli.loads', 'tomli.load', 'rtoml.loads', 'tomlkit.parse'],
    undefined,
    0,
  ),
  ...everyCall(
    'data-parse',
    ['msgpack.unpackb', 'msgpack.unpack', 'msgpack.loads', 'bson.loads', 'cbor2.loads', 'json5.loads', 'hjson.loads'],
    undefined,
    0,
  ),
  ...everyCall(
    'document-open',
    ['openpyxl.load_workbook', 'docx.Document', 'pptx.Presentation', 'xlrd.open_workbook', 'pandas.read_excel'],
    undefined,
    0,
  ),
  returns('openpyxl.load_workbook', 'openpyxl.workbook.Workbook'),
  libraryClass('openpyxl.workbook.Workbook'),
];

export const deserializers = (): readonly Row[] => [...picklers(), ...arrays(), ...yaml(), ...plain()];
