import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'logging/configuration-reaches-out',
  code: 'LOG-52',
  title: 'A logging configuration sends records or writes where it should not',
  anchor: 'library/logging.config.html#security-considerations',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [73, 319, 502],
  aliases: [],
  advice: 'Log to a file of your own in append mode, and leave sending to a program that collects logs.',
  question: 'Is this where the records are meant to go, and who else can read or answer there?',
  docs: {
    why:
      'A configuration chooses files that are created or emptied, and hosts that every record is sent to; SocketHandler ' +
      'sends records as pickles, which the other end unpickles. Formats in the style of str.format() reach from a record ' +
      'to whatever its attributes hold.',
    fails:
      'file logging.json\n' +
      '  | {"version": 1, "handlers": {"all": {"class": "logging.FileHandler", "filename": "/etc/cron.d/app"}}}',
    passes:
      'file logging.json\n' +
      '  | {"version": 1, "handlers": {"all": {"class": "logging.FileHandler", "filename": "app.log"}}}',
    evidence: ['records stay on this machine, in files of their own'],
    limits:
      'Destinations that a program fills in are not seen. Appending to a log, wherever it is, is taken for meant.',
  },
  messages: {
    'program-file': '{where} writes log records to {path}, which is run or trusted by programs',
    overwritten: '{where} empties {path} when the configuration is loaded',
    'sends-pickles': '{where} sends every record to {host} as a pickle, without encryption',
    credentials: '{where} has credentials, which are sent in the clear',
    'format-reaches': 'the format of {where} reaches into objects: {field}',
  },
  on: {
    kind: 'data',
    formats: ['logging-ini', 'logging-dict'],
    concerns: [
      'logging:program-file',
      'logging:overwritten',
      'logging:sends-pickles',
      'logging:credentials',
      'logging:format-reaches',
    ],
  },
});
