import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'pickle/model-reaches-out',
  code: 'PKL-58',
  title: 'A model or table reads other files of whoever opens it',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [73, 610],
  aliases: [],
  advice: 'Do not open it. Ask for a file that holds all of its data itself.',
  question: 'Are the files that it names its own parts, and does nobody get to see what it makes of them?',
  docs: {
    why: 'A file that is opened can name others, which the library opens too, with the rights of whoever opens the first: what is in them becomes part of the model, and goes wherever that goes.',
    fails: 'file weights.h5\n  hdf5\n    external-link layer "/etc/passwd"',
    passes: 'file weights.h5\n  hdf5\n    attribute version\n      text "2.15.0"',
    evidence: ['all that it holds lies in it'],
    limits: 'Links are not followed; files beside it that are part of it are named, and judged by themselves.',
  },
  messages: {
    'external-link': '{path} is a link into another file, {file}',
    'external-storage': 'the data of {path} is read from another file, {file}',
    'array-file': 'joblib reads an array from another file, {file}, with the pickles that are in it',
    'virtual-dataset': 'the data of {path} is put together from other files, such as {file}',
  },
  on: [
    {
      kind: 'data',
      formats: ['hdf5'],
      concerns: ['hdf5:external-link', 'hdf5:external-storage', 'hdf5:virtual-dataset'],
    },
    {
      kind: 'data',
      formats: ['pickle'],
      concerns: ['joblib:array-file'],
      // Other pickles have nothing to pass here.
      judge(file, verdict) {
        const first = file.ofWeight('dangerous')[0] ?? file.concerns[0];
        if (first === undefined) return undefined;
        const judge = first.weight === 'dangerous' ? verdict.fail : verdict.open;
        return judge(file.at(first), 'array-file', first.parameters);
      },
    },
  ],
});
