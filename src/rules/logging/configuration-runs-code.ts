import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'logging/configuration-runs-code',
  code: 'LOG-51',
  title: 'A logging configuration names code that is run when it is loaded',
  anchor: 'library/logging.config.html#logging-eval-security',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [94, 95, 470],
  aliases: [],
  advice: 'Keep handlers to classes of logging with literals for arguments, and do everything else in the program.',
  question: 'Do you know what is named here, and that nobody else could have written the configuration?',
  docs: {
    why:
      'fileConfig() passes class, args, kwargs and, since Python 3.12, the defaults of formatters to eval(), after putting ' +
      'together what %(name)s refers to. dictConfig() imports and calls whatever "()" and class name, with the other keys ' +
      'as arguments.',
    fails:
      'file logging.ini\n' +
      '  | [formatters]\n  | keys =\n  | [handlers]\n  | keys = file\n' +
      "  | [handler_file]\n  | class = FileHandler\n  | args = (os.system('true'),)",
    passes:
      'file logging.ini\n' +
      '  | [formatters]\n  | keys =\n  | [handlers]\n  | keys = file\n' +
      "  | [handler_file]\n  | class = FileHandler\n  | args = ('app.log', 'a')",
    evidence: ['only classes of logging are made, from literals'],
    limits:
      'Classes of packages are named and not looked into. Configurations without a version, which the program adds, are ' +
      'not recognised.',
  },
  messages: {
    runs: '{option} of {where} is evaluated when the configuration is loaded, and calls {what}',
    computed: '{option} of {where} is evaluated, and {what} in it is no literal',
    harmful: '{where} has {name} imported and called, which {does}',
    named: '{where} has {name} imported and called',
    referred: '{name} is imported when the configuration is loaded',
    attributes: 'the attribute {name} of what a configuration makes is set by it',
    dead: '{where}, which keys does not list, would have {what} called',
    malformed: '{why}: readers do not agree on what the configuration says',
    unread: 'not all of the configuration could be read: {why}',
    limit: 'not all of the configuration was looked at: {limit}',
  },
  on: {
    kind: 'data',
    formats: ['logging-ini', 'logging-dict'],
    concerns: [
      'logging:runs',
      'logging:computed',
      'logging:harmful',
      'logging:named',
      'logging:referred',
      'logging:attributes',
      'logging:dead',
      'logging:malformed',
      'logging:unread',
      'data:limit',
    ],
  },
});
