import { defineRule, type FunctionView, type Judge, type Subject, type ValueView } from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const evidence = { listed: 'the importer refuses what is not in a list' } as const;

const importer = 'importer';
const owners = ['logging.config.BaseConfigurator', 'logging.config.DictConfigurator'] as const;

const rule = defineRule({
  id: 'logging/importer-replaced',
  code: 'LOG-09',
  title: 'The function that finds what a logging configuration names is replaced by one that does more',
  anchor: 'library/logging.config.html#import-resolution-and-custom-importers',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [470, 95],
  aliases: [],
  advice: 'Replace the importer by one that refuses all modules but those in a list.',
  question: 'Which names does this function refuse to import?',
  docs: {
    why:
      'Every name in a configuration (class, "()", ext://) goes through the importer of the configurator, for the whole ' +
      'process when it is set on the class. An importer that evaluates its argument makes each name an expression.',
    fails: 'import logging.config\nlogging.config.BaseConfigurator.importer = staticmethod(eval)',
    passes:
      'import importlib, logging.config\ndef only_ours(name):\n    if name not in ("logging", "app"):\n        raise ImportError(name)\n    return importlib.import_module(name)\nlogging.config.BaseConfigurator.importer = staticmethod(only_ours)',
    evidence: Object.values(evidence),
    limits: 'Whether the list itself is harmless is not judged.',
  },
  messages: {
    evaluates: '{function} evaluates the names of the configuration as code',
    chosen: '{source} chooses the function that finds what configurations name',
    unknown: 'whether {function} refuses anything is not known',
  },
  on: [
    {
      kind: 'store',
      to: owners.map((owner) => `${owner}.${importer}`),
      judge: (store, verdict) => judgeImporter(store.value, verdict),
    },
    {
      kind: 'class',
      extends: owners,
      judge(definition, verdict) {
        const method = definition.methods().find(({ name }) => name === importer);
        return method === undefined ? undefined : judgeFunction(method, method, verdict);
      },
    },
  ],
});

function judgeImporter(value: ValueView, verdict: Judge<'evaluates' | 'chosen' | 'unknown'>) {
  const plain = value.callTo('builtins.staticmethod', 'builtins.classmethod')?.positional[0] ?? value;
  if (plain.canBe('builtins.eval', 'builtins.exec')) {
    return verdict.fail(value, 'evaluates', { function: plain.text }, { severity: 'high' });
  }
  // what it is without
  if (plain.is('builtins.__import__') || plain.is('importlib.import_module')) return undefined;
  const definition = plain.projectFunction();
  if (definition !== undefined) return judgeFunction(definition, value, verdict);
  const origin = plain.origin();
  return origin.isHostile
    ? verdict.fail(value, 'chosen', { source: origin.text })
    : verdict.open(value, 'unknown', { function: plain.text }, { severity: 'medium' });
}

function judgeFunction(definition: FunctionView, subject: Subject, verdict: Judge<'evaluates' | 'unknown'>) {
  const name = definition.name === '' ? 'the lambda' : `${definition.name}()`;
  if (definition.calls('concept:code-execute').length > 0) {
    return verdict.fail(subject, 'evaluates', { function: name }, { severity: 'high' });
  }
  const isListed = definition.comparisons().some(({ operator }) => operator === 'In' || operator === 'NotIn');
  return isListed && (definition.raises || definition.canReturnNothing)
    ? verdict.pass(subject, evidence.listed)
    : verdict.open(subject, 'unknown', { function: name }, { severity: 'medium' });
}

export default onlyFailuresInTests(rule);
