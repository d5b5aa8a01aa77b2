import { defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  constant: 'the destination is part of the program',
  listed: 'the destination is one of a fixed set',
  cleaned: 'the name cannot lead out of its directory',
} as const;

/** Where handlers write to, by the parameter that says so. */
const places = ['filename', 'host', 'mailhost', 'url', 'address'] as const;

const rule = defineRule({
  id: 'logging/destination-from-input',
  code: 'LOG-06',
  title: 'A client decides which file the log is written to, or which machine it is sent to',
  anchor: 'library/logging.config.html#security-considerations',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [73, 22, 918],
  aliases: [],
  advice: 'Take file names and hosts of handlers from a fixed set.',
  question: 'Who can set the file or machine that the log goes to?',
  docs: {
    why:
      'A handler creates or overwrites the file that it is given, and sends records to the host that it is given. Who ' +
      'chooses the place puts text of their own into files of the program, or reads what it logs.',
    fails: 'import logging, flask\nlogging.FileHandler(flask.request.args["log"])',
    passes: 'import logging\nlogging.FileHandler("app.log")',
    evidence: Object.values(evidence),
    limits: 'Places from configuration files, the environment and the command line are for the operator to choose.',
  },
  messages: {
    file: '{source} chooses the file that the log is written to',
    machine: '{source} chooses the machine that the log is sent to',
    stored: '{value} decides where the log goes; who can write what it is read from is not known',
  },
  on: [
    {
      kind: 'call',
      to: [
        'logging.FileHandler',
        'logging.basicConfig',
        'logging.handlers.WatchedFileHandler',
        'logging.handlers.RotatingFileHandler',
        'logging.handlers.TimedRotatingFileHandler',
        'logging.handlers.SocketHandler',
        'logging.handlers.DatagramHandler',
        'logging.handlers.HTTPHandler',
        'logging.handlers.SMTPHandler',
        'logging.handlers.SysLogHandler',
      ],
      judge(call, verdict) {
        return places.flatMap((name) => {
          const place = call.argument(name);
          return place.isGiven() ? (judgePlace(place, name === 'filename', verdict) ?? []) : [];
        });
      },
    },
    {
      kind: 'call',
      to: ['logging.config.dictConfig'],
      judge: (call, verdict) =>
        placesIn(call.argument('config', 0)).flatMap(
          ({ place, name }) => judgePlace(place, name === 'filename', verdict) ?? [],
        ),
    },
  ],
});

/** `{"handlers": {"file": {"class": …, "filename": name}}}` */
function placesIn(config: ValueView): readonly { readonly place: ValueView; readonly name: string }[] {
  const handlers = config.entry('handlers');
  return (handlers?.keys() ?? []).flatMap((handler) =>
    places.flatMap((name) => {
      const place = handlers?.entry(handler)?.entry(name);
      return place === undefined ? [] : [{ place, name }];
    }),
  );
}

function judgePlace(place: ValueView, isFile: boolean, verdict: Judge<'file' | 'machine' | 'stored'>) {
  if (place.constants() !== undefined) return verdict.pass(place, evidence.constant);
  const { provenance, text } = place.origin();
  if (provenance !== 'network' && provenance !== 'file') return undefined;
  if (place.guard('membership') || place.guard('equality')) return verdict.pass(place, evidence.listed);
  if (isFile && place.isCleanedFor('path-traversal')) return verdict.pass(place, evidence.cleaned);
  if (provenance === 'file') return verdict.open(place, 'stored', { value: place.text }, { severity: 'low' });
  return verdict.fail(place, isFile ? 'file' : 'machine', { source: text });
}

export default quietInTests(rule);
