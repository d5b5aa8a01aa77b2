import { type CallSite, defineRule, type Editor, type ValueView } from '../../rulekit/index.ts';
import { hostilePart } from '../hostile-part.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  apart: 'the value is handed over apart from the format',
  cleaned: 'line breaks cannot come through',
  constant: 'the format is part of the program',
} as const;

const containers = ['builtins.list', 'builtins.dict', 'builtins.tuple', 'builtins.set'];

const apart = { title: 'Hand the values over apart from the format', for: ['lines'] } as const;

const rule = defineRule({
  id: 'logging/message-from-input',
  code: 'LOG-10',
  title: 'Text from outside in the format of a log message is read as place holders, or writes lines of its own',
  anchor: 'library/logging.html#logging.Logger.debug',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [117, 134],
  aliases: ['py/log-injection'],
  advice: 'Use a constant format and hand the value over: log.info("user %s", user), with %r where lines count.',
  question: 'Can somebody outside choose this format or message, or put line breaks into it?',
  docs: {
    why:
      'What stands in the format next to other arguments is taken for place holders: %(name)s and %99999999d make the ' +
      'record fail or huge. A line break begins what looks like the next record.',
    fails: 'import logging, flask\nlogging.info("login of " + flask.request.form["user"])',
    passes: 'import logging, flask\nlogging.info("login of %r", flask.request.form["user"])',
    evidence: Object.values(evidence),
    limits:
      'Formatters that escape line breaks, or write JSON, are not seen. Values apart from the format count as heeded.',
  },
  messages: {
    format: '{source} is part of the format, and its % signs are taken for place holders of the other arguments',
    lines: '{source} is part of the message, and a line break in it begins a record of its own',
    formatter: '{source} chooses the format of all records',
    unknown: 'who chooses the format {format} of all records is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:log-message'],
      isTold: (call) => isConstant(call.operand()),
      judge(call, verdict) {
        const message = call.operand();
        // Most messages are constant and cannot be wrong: they are no evidence, unless something hostile stands beside.
        if (isConstant(message)) {
          return hasHostileArgument(call, message) ? verdict.pass(message, evidence.apart) : undefined;
        }
        const part = hostilePart(message, 'header');
        // What a server answers, which the program has chosen to ask, is no word of a client.
        // The text of a list or dict is made with repr(), which leaves no line breaks.
        if (part === undefined || (part !== 'cleaned' && containers.some((each) => part.isInstanceOf(each))))
          return undefined;
        // log.warning(client.send(text))   shows the text of an object, whatever that is
        if (part === message && !message.isInstanceOf('builtins.str')) return undefined;
        if (part !== 'cleaned' && (part.isDerivedFrom('concept:http-request') || isObject(part))) return undefined;
        const others = argumentsAfter(call, message);
        if (part !== 'cleaned' && others.length === 0 && isOneLine(part)) return undefined;
        if (part === 'cleaned' || part.guard('full-match') || part.guard('membership')) {
          return verdict.pass(message, evidence.cleaned);
        }
        const source = part.origin().text;
        return others.length > 0
          ? verdict.fail(part, 'format', { source }, { severity: 'medium' })
          : verdict.fail(part, 'lines', { source });
      },
      fixes: [
        { class: 'safe', ...apart, make: (call, edit) => handOver(call, edit, 'every value is a string') },
        { class: 'unsafe', ...apart, make: (call, edit) => handOver(call, edit, 'values may be anything') },
      ],
    },
    {
      kind: 'call',
      to: ['logging.Formatter', 'logging.basicConfig'],
      judge(call, verdict) {
        const format = call.argument(call.name === 'logging.Formatter' ? 'fmt' : 'format');
        if (!format.isGiven() || format.isNone()) return undefined;
        if (format.constants() !== undefined) return verdict.pass(format, evidence.constant);
        const { provenance, text } = format.origin();
        if (provenance === 'network')
          return verdict.fail(format, 'formatter', { source: text }, { severity: 'medium' });
        if (provenance !== 'parameter' && provenance !== 'unknown') return undefined;
        return verdict.open(format, 'unknown', { format: format.text }, { severity: 'low' });
      },
    },
  ],
});

/** `log.info(f"user {name}")` → `log.info("user %s", name)` */
function handOver(call: CallSite, edit: Editor, what: 'every value is a string' | 'values may be anything'): undefined {
  const message = call.operand();
  const parts = edit.writtenParts(message);
  if (!call.name.startsWith('logging.')) return edit.refuse('it takes no values apart from the message');
  if (parts === undefined || call.keywords.includes('msg')) return edit.refuse('the message is not put together here');
  const values = parts.filter((part) => typeof part !== 'string');
  // "user " + name raises where the name is no string, and a place holder takes anything.
  const mayRaise = values.some(({ isText, value }) => isText && !value.isInstanceOf('builtins.str'));
  if (mayRaise && what === 'every value is a string') return edit.pass();
  const format = parts.map((part) => (typeof part === 'string' ? part.replaceAll('%', '%%') : `%${part.conversion}`));
  return edit.replace(
    message,
    [edit.quoted(format.join('')), ...values.map(({ value }) => edit.textOf(value))].join(', '),
  );
}

const isConstant = (message: ValueView): boolean =>
  !message.isGiven() || (message.lastName === undefined && message.string() !== undefined);

/** `log.info(request)`: the text of an object is up to its class. */
function isObject(value: ValueView): boolean {
  const classes = value.classes();
  return classes.length > 0 && !classes.some((name) => /^builtins\.(str|bytes|list|dict|tuple)$/.test(name));
}

/** A header or the request line: servers other than http.server, which keeps folded headers, let no line break into one. */
function isOneLine(value: ValueView): boolean {
  const names = value.names();
  return (
    names.length > 0 &&
    names.every((name) =>
      name.startsWith('http.server.')
        ? /\.(path|requestline|command)$/.test(name)
        : /\.(headers(\[\]|\.get\(\))|rel_url|raw_path)$/.test(name),
    )
  );
}

const argumentsAfter = (call: CallSite, message: ValueView): readonly ValueView[] =>
  call.positional.filter(({ span }) => span.start > message.span.end);

function hasHostileArgument(call: CallSite, message: ValueView): boolean {
  return argumentsAfter(call, message).some((value) => value.origin().provenance === 'network');
}

export default quietInTests(rule);
