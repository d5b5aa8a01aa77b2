import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'pickle/model-misleads-readers',
  code: 'PKL-57',
  title: 'An array or model file is not what its readers take it for',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502, 436, 1284],
  aliases: [],
  advice:
    'Do not load it. Get the file again from where it was made, or read it with `allow_pickle=False` or as safetensors.',
  question: 'Do you know what wrote this file, and that it is whole and as it was written?',
  docs: {
    why: 'Files of arrays and models hold pickles at places that their headers tell. A header that lies, or that libraries read differently, hides a pickle from a checker, makes the loader take up all memory, or crashes it.',
    fails: "file weights.npy\n  npy \"{'descr': eval('1'), 'fortran_order': False, 'shape': (2,)}\"\n    hex 00 00",
    passes: "file weights.npy\n  npy \"{'descr': '|u1', 'fortran_order': False, 'shape': (2,)}\"\n    hex 00 01",
    evidence: ['its headers agree with what is there, and all of it was looked at'],
    limits: 'Numbers are not looked at: weights can be trained to do harm too.',
  },
  messages: {
    'header-code':
      'the header calls or looks up something where a plain literal belongs: readers that evaluate headers run it',
    'header-deep': "the header is nested so deep that Python's parser gives up on it, or crashes",
    'header-unreadable': 'the header cannot be read: {why}; what is behind it is not known',
    'header-long': 'the header has {length} characters: NumPy reads so long a one only where pickles are allowed',
    'shape-impossible': 'no array can have the shape {shape}',
    'shape-exhausts-memory':
      'the shape of an array asks for memory for {declared} bytes, and {present} are there: loading it can use up all memory',
    'cut-short': 'the header promises {declared} bytes, and {present} are there',
    'elements-unknown': 'what the elements of the array are is not known, and so not where it ends',
    damaged: 'it is damaged: {why}',
    driver: 'it is part of a file that is spread over several, which are not known',
    dense: 'not all {what} of {path}, which are kept in a heap, could be found',
    'storages-unclear': 'what is behind the pickles of the model is not known: {why}',
    'other-folder': '{name} lies beside the records in {root}/: readers differ in which of them is the model',
    'record-twice': '{name} and {other} are one record for PyTorch, which does not look at the case of letters',
    hidden: '{what} lies at {offset}, in bytes that no reader of this format looks at',
    'two-formats': 'the file is {one} and {other} at once: which one is loaded depends on the loader',
    unread: '{bytes} bytes belong to nothing that is read, the most of them at {offset}',
    limit: '{limit}: the rest of it was not looked at',
    'too-deep': '{name} lies in more than {depth} containers, and was not looked into',
  },
  on: [
    {
      kind: 'data',
      formats: ['npy', 'torch-legacy', 'keras-config', 'hdf5'],
      concerns: [
        'npy:header-code',
        'npy:header-deep',
        'npy:header-unreadable',
        'npy:header-long',
        'npy:shape-impossible',
        'npy:shape-exhausts-memory',
        'npy:cut-short',
        'npy:elements-unknown',
        'hdf5:shape-exhausts-memory',
        'hdf5:damaged',
        'hdf5:driver',
        'hdf5:dense',
        'torch:storages-unclear',
        'data:hidden',
        'data:two-formats',
        'data:unread',
        'data:limit',
        'data:too-deep',
      ],
    },
    {
      kind: 'data',
      formats: ['zip'],
      concerns: ['torch:other-folder', 'torch:record-twice'],
      // Other archives have nothing to pass here.
      judge(archive, verdict) {
        const [first] = archive.concerns;
        if (first === undefined) return undefined;
        const message = first.kind === 'torch:record-twice' ? 'record-twice' : 'other-folder';
        return verdict.fail(archive.at(first), message, first.parameters);
      },
    },
  ],
});
