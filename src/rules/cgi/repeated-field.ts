import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'cgi/repeated-field',
  code: 'CGI-06',
  title: 'A field that is sent twice arrives as a list where a string was expected',
  anchor: 'library/cgi.html#higher-level-interface',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [843, 20],
  aliases: [],
  advice: 'Use form.getfirst(name, default) for one value and form.getlist(name) for several.',
  question: 'What does this code do when a client sends the same field twice?',
  docs: {
    why:
      'getvalue() gives a string for one field of the name and a list for several. The client decides which, so code that ' +
      'treats the result as text fails, or skips a check, whenever a visitor repeats a parameter.',
    fails: 'import cgi\nname = cgi.FieldStorage().getvalue("name").strip()',
    passes: 'import cgi\nname = cgi.FieldStorage().getfirst("name", "").strip()',
    evidence: ['one value is asked for', 'all values are asked for', 'the type is tested'],
    limits:
      'form[name].value is not judged: it raises AttributeError for a repeated field, which is an error but no confusion.',
  },
  messages: {
    text: '{call} gives a list when the client repeats the field, and .{method}() expects a string',
    unknown: '{call} gives a list when the client repeats the field; whether the code expects that is not known',
  },
  on: {
    kind: 'call',
    to: ['cgi.FieldStorage.getvalue', 'cgi.FieldStorage.getfirst', 'cgi.FieldStorage.getlist'],
    judge(call, verdict) {
      if (call.name.endsWith('getfirst')) return verdict.pass(call, 'one value is asked for');
      if (call.name.endsWith('getlist')) return verdict.pass(call, 'all values are asked for');
      if (!call.isResultUsed) return undefined;
      const textUse = call.uses().find((use) => use.kind === 'call' && stringMethods.has(use.method));
      if (textUse?.kind === 'call') {
        if (isTypeTested(textUse.call.receiver())) return verdict.pass(call, 'the type is tested');
        return verdict.fail(call, 'text', { call: call.text, method: textUse.method });
      }
      return verdict.open(call, 'unknown', { call: call.text }, { severity: 'low' });
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Take the first value with getfirst()',
        make: (call, edit) => edit.renameMethod(call, 'getfirst'),
      },
    ],
  },
});

const stringMethods = new Set(
  'strip lstrip rstrip lower upper split rsplit splitlines startswith endswith replace encode isdigit isalnum isalpha title format'.split(
    ' ',
  ),
);

function isTypeTested(value: { guard(kind: 'type'): unknown } | undefined): boolean {
  return value?.guard('type') !== undefined;
}

export default quietInTests(rule);
