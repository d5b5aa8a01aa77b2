import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'logging/yaml-makes-objects',
  code: 'LOG-53',
  title: 'A YAML document asks for Python objects',
  anchor: 'library/logging.config.html#logging.config.dictConfig',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502, 470],
  aliases: [],
  advice: 'Write plain data and read it with yaml.safe_load(), which refuses such tags.',
  question: 'Is the document read by a loader that makes objects, and who can write it?',
  docs: {
    why:
      'PyYAML has tags that import modules, make instances and call functions. Read by Loader or UnsafeLoader, a document ' +
      'with !!python/object/apply is a program; a logging configuration is the classic place to hide one.',
    fails: 'file config.yaml\n  | level: !!python/object/apply:os.getpid []',
    passes: 'file config.yaml\n  | pair: !!python/tuple [1, 2]',
    evidence: ['its tags make plain values'],
    limits: 'Tags that a project defines for itself are not looked at.',
  },
  messages: {
    harmful: 'the document has {name} called, which {does}',
    named: 'the document asks for {name} by the tag !!python/{tag}',
    unread: 'the document has tags of Python, and could not be read: {why}',
    limit: 'not all of the document was looked at: {limit}',
  },
  on: {
    kind: 'data',
    formats: ['yaml'],
    concerns: ['yaml:harmful', 'yaml:named', 'yaml:unread', 'data:limit'],
  },
});
