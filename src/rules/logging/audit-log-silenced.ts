import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { wordsOf } from '../security-words.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  kept: 'loggers that exist already are kept',
  named: 'the configuration names the logger',
} as const;

const auditWords = new Set('audit auditing auditor compliance security'.split(' '));

const rule = defineRule({
  id: 'logging/audit-log-silenced',
  code: 'LOG-11',
  title: 'A logging configuration silences the loggers that it does not name, that of the audit too',
  anchor: 'library/logging.config.html#logging.config.fileConfig',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [778],
  aliases: [],
  advice: 'Set disable_existing_loggers to False, or name the logger in the configuration.',
  question: 'Does this configuration name every logger whose records must not be lost, the audit log among them?',
  docs: {
    why:
      'disable_existing_loggers is True unless it is set: every logger that was made before and is not named, nor is ' +
      'below a named one, is switched off without a word. What should prove who did what is then empty.',
    fails:
      'import logging, logging.config\naudit = logging.getLogger("audit")\nlogging.config.dictConfig({"version": 1, "root": {"level": "INFO"}})',
    passes:
      'import logging, logging.config\naudit = logging.getLogger("audit")\nlogging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "root": {"level": "INFO"}})',
    evidence: Object.values(evidence),
    limits:
      'Loggers of audits are recognised by their names, where those are written out and made when a module is imported.',
  },
  messages: {
    silenced: 'the logger {logger} is not named and is switched off, as disable_existing_loggers is {option}',
    unknown: 'the logger {logger} is switched off unless {config} names it, as disable_existing_loggers is {option}',
  },
  on: [
    {
      kind: 'call',
      to: ['logging.config.dictConfig', 'logging.config.DictConfigurator', 'logging.config.dictConfigClass'],
      judge(call, verdict) {
        const config = call.argument('config', 0);
        const keys = config.keys();
        const option = config.entry('disable_existing_loggers');
        const incremental = config.entry('incremental');
        if (option?.truth() === false) return verdict.pass(config, evidence.kept);
        if (keys === undefined || (option !== undefined && option.truth() === undefined)) return undefined;
        if (incremental !== undefined && incremental.truth() !== false) return undefined;
        const loggers = auditLoggers(call);
        const named = config.entry('loggers')?.keys();
        if (loggers.length === 0 || (config.entry('loggers') !== undefined && named === undefined)) return undefined;
        const silent = loggers.find((logger) => !(named ?? []).some((name) => isWithin(logger, name)));
        if (silent === undefined) return verdict.pass(config, evidence.named);
        return verdict.fail(call, 'silenced', { logger: silent, option: optionText(option) }, inCode);
      },
    },
    {
      kind: 'call',
      to: ['logging.config.fileConfig'],
      judge(call, verdict) {
        const option = call.argument('disable_existing_loggers', 2);
        if (option.truth() === false) return verdict.pass(option, evidence.kept);
        const [logger] = auditLoggers(call);
        if (logger === undefined || (!option.isAbsent() && option.truth() === undefined)) return undefined;
        const parameters = { logger, config: call.argument('fname', 0).text, option: optionText(option) };
        return verdict.open(call, 'unknown', parameters, { severity: 'low' });
      },
    },
  ],
});

const optionText = (option: ValueView | undefined) => (option?.isGiven() ? option.text : 'True by default');

/** Names of the loggers for audits that exist as soon as their modules are imported. */
function auditLoggers(call: CallSite): readonly string[] {
  return call.callsInProject('logging.getLogger').flatMap((made) => {
    const value = made.argument('name', 0);
    const name = value.string();
    // A module that is called so logs about itself.
    const isAudit =
      name !== undefined && value.lastName !== '__name__' && wordsOf(name).some((word) => auditWords.has(word));
    return isAudit && made.role !== 'test' && made.functionName === '' ? [name] : [];
  });
}

/** `audit.login` is below `audit`. */
const isWithin = (logger: string, name: string): boolean => logger === name || logger.startsWith(`${name}.`);

export default quietInTests(rule);
