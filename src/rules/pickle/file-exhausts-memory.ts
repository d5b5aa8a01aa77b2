import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'pickle/file-exhausts-memory',
  code: 'PKL-53',
  title: 'A small pickle takes memory or time without end',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [400, 770, 789],
  aliases: [],
  advice: 'Do not load it, nor print what it holds; where such files may arrive, load in a process with limits.',
  question: 'May whoever sends this file stop the program that loads it?',
  docs: {
    why: 'A length or an index in a pickle is a request for memory that nothing has to back. A list of ten references to a list of ten references, ten levels deep, takes two hundred bytes and a printout that never ends; numbers with the same hash make a dictionary slow.',
    fails: 'file model.pkl\n  pickle\n    PROTO 2\n    NONE\n    LONG_BINPUT 4294967295\n    STOP',
    passes: 'file model.pkl\n  pickle\n    PROTO 2\n    EMPTY_LIST\n    BINPUT 0\n    STOP',
    evidence: ['it asks for no more memory than it has bytes for'],
    limits: 'What objects allocate when they are used is not followed.',
  },
  messages: {
    expands: 'what it makes comes to {count} values for whoever prints, compares or copies it',
    'nests-deep': 'its containers lie {depth} deep in each other: going through them overflows the stack of C',
    'hashes-collide': '{count} keys have the same hash, so that each takes longer to put in than the one before',
    'huge-memo-index': 'it makes loaders reserve memory for a memo that nothing fills: {text}',
    'length-too-long': 'it says that more is to come than the file holds, and loaders may reserve that: {text}',
    'huge-number': 'it has a number of {size} bytes, which takes quadratic time to print',
    'asks-for-memory': 'it asks for memory by a number: {call}',
  },
  on: {
    kind: 'data',
    formats: ['pickle'],
    concerns: [
      'pickle:expands',
      'pickle:nests-deep',
      'pickle:hashes-collide',
      'pickle:huge-memo-index',
      'pickle:length-too-long',
      'pickle:huge-number',
      'pickle:asks-for-memory',
    ],
  },
});
