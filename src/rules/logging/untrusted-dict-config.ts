import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'logging/untrusted-dict-config',
  code: 'LOG-04',
  alsoCodes: ['LOG-05'],
  title: 'A logging dictionary from outside names the functions that are called',
  anchor: 'library/logging.config.html#logging-config-dict-userdef',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [94, 470, 502, 915],
  aliases: [],
  advice: 'Build the dict in the program; check data from outside for "()", "." and exact class names before.',
  question: 'Who can write the configuration that is used here?',
  docs: {
    why:
      'dictConfig() imports and calls what "()" and "class" name, with the other keys as arguments: a handler of class ' +
      'subprocess.Popen starts a program. Prefix tests on names do not help.',
    fails: 'import json, logging.config, flask\nlogging.config.dictConfig(json.loads(flask.request.data))',
    passes: 'import logging.config\nlogging.config.dictConfig({"version": 1, "root": {"level": "INFO"}})',
    evidence: ['the dictionary is written in the program', 'the configuration is shipped with the program'],
    limits: 'Checks of the dictionary in other functions are not recognised.',
  },
  messages: {
    hostile: 'the configuration names functions to call, and {source} decides about it',
    yaml: 'the configuration is read with {loader}, which builds any object, and {source} decides about it',
    unknown: 'the configuration names functions to call; where it comes from is not known: {source}',
  },
  on: {
    kind: 'call',
    to: ['logging.config.dictConfig', 'logging.config.DictConfigurator', 'logging.config.dictConfigClass'],
    judge(call, verdict) {
      const config = call.argument('config', 0);
      if (!config.isGiven()) return verdict.open(call, 'unknown', { source: call.text });
      // A display names its classes itself; a level or a file name from outside changes nothing about that.
      if (config.keys() !== undefined) {
        const named = hostileName(config);
        if (named === undefined) return verdict.pass(config, 'the dictionary is written in the program');
        return verdict.fail(named, 'hostile', { source: named.origin().text });
      }
      const origin = config.origin();
      if (origin.isHostile) {
        const loader = unsafeLoaderOf(config);
        if (loader === undefined) return verdict.fail(config, 'hostile', { source: origin.text });
        return verdict.fail(config, 'yaml', { loader, source: origin.text }, { code: 'LOG-05' });
      }
      if (origin.provenance === 'constant') return verdict.pass(config, 'the dictionary is written in the program');
      if (origin.provenance === 'shipped') return verdict.pass(config, 'the configuration is shipped with the program');
      return verdict.open(config, 'unknown', { source: origin.text });
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Read the configuration with yaml.safe_load()',
        for: ['yaml'],
        make(call, edit) {
          const loaded = call.argument('config', 0).callTo('concept:yaml-load');
          if (loaded === undefined || !/^yaml\.(load|full_load)$/.test(loaded.name))
            return edit.refuse('it is read elsewhere');
          edit.replaceCallee(loaded, edit.name('yaml.safe_load'));
          return edit.removeArgument(loaded, 'Loader', 1);
        },
      },
    ],
  },
});

/** Levels of dictionaries that a configuration has. */
const deepest = 4;

/** A callable that comes from outside: `{"handlers": {"file": {"class": request.form["class"]}}}`. */
function hostileName(config: ValueView, depth = 0): ValueView | undefined {
  if (depth > deepest) return undefined;
  for (const key of config.keys() ?? []) {
    const value = config.entry(key);
    if (value === undefined) continue;
    if ((key === 'class' || key === '()') && value.origin().isHostile) return value;
    const within = hostileName(value, depth + 1);
    if (within !== undefined) return within;
  }
  return undefined;
}

function unsafeLoaderOf(config: ValueView): string | undefined {
  const call = config.callTo('concept:yaml-load');
  if (call === undefined) return undefined;
  const loader = call.argument('Loader', 1);
  return loader.names().some((name) => /Safe|Base/.test(name)) ? undefined : call.callee.text;
}

export default onlyFailuresInTests(rule);
