import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'pickle/model-runs-code',
  code: 'PKL-56',
  title: 'Loading a model runs code that the file brings or names',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'critical', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [502, 94],
  aliases: [],
  advice:
    'Do not load it. Ask for weights alone, as safetensors or HDF5 without a configuration, and build the model in code of your own.',
  question: 'Do you trust who made this model as much as the code of your own program?',
  docs: {
    why: 'A file of a model says how the model is built: which classes and functions are imported and called, with which arguments, and sometimes with their compiled code. Loaders have refused some of it in some versions; each refusal has been gone round.',
    fails: 'file config.json\n  text "{\\"class_name\\": \\"__lambda__\\", \\"config\\": {\\"code\\": \\"\\"}}"',
    passes:
      'file config.json\n  text "{\\"module\\": \\"keras.layers\\", \\"class_name\\": \\"Dense\\", \\"config\\": {\\"units\\": 1}}"',
    evidence: ['all that the model names is known to build models and nothing else'],
    limits: 'What classes of Keras do with odd arguments is not followed.',
  },
  messages: {
    lambda:
      'it holds a function as compiled code, which runs where safe_mode is off or the version of Keras ignores it',
    'compiled-code': 'it holds compiled code of Python in base64: {what}',
    'name-dangerous': 'it names {name}, which {does}: versions of Keras that look it up call it',
    'name-unknown': 'it names {name}, which is not known to be harmless',
    'object-of-program': 'it names {name}, registered as {registered}: what that does is up to the program',
    'script-code': 'it holds TorchScript, {name}, which can read and write files when it is called',
    'handler-code': 'it brings Python code that serves the model: {name}',
    'config-unreadable': 'its configuration cannot be read: {why}',
  },
  on: [
    {
      kind: 'data',
      formats: ['keras-config'],
      concerns: [
        'keras:lambda',
        'keras:compiled-code',
        'keras:name-dangerous',
        'keras:name-unknown',
        'keras:object-of-program',
        'keras:config-unreadable',
      ],
    },
    {
      kind: 'data',
      formats: ['zip'],
      concerns: ['torch:script-code', 'torch:handler-code'],
      // Other archives have nothing to pass here.
      judge(archive, verdict) {
        const [first] = archive.concerns;
        if (first === undefined) return undefined;
        const message = first.kind === 'torch:script-code' ? 'script-code' : 'handler-code';
        return verdict.open(archive.at(first), message, first.parameters);
      },
    },
  ],
});
