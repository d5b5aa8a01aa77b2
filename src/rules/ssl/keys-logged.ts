import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const variable = 'SSLKEYLOGFILE';

const rule = defineRule({
  id: 'ssl/keys-logged',
  code: 'SSL-13',
  title: 'A key log holds the secrets of every connection',
  anchor: 'library/ssl.html#ssl.SSLContext.keylog_filename',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [532, 215],
  aliases: [],
  advice: 'Delete it, or keep it behind a switch that production never sets.',
  question: 'Is the key log ever on in production, and who can read the file?',
  docs: {
    why: 'Whoever reads the log can decrypt recorded traffic. Default contexts write one too when the variable SSLKEYLOGFILE is set.',
    fails: 'import ssl\ncontext = ssl.create_default_context()\ncontext.keylog_filename = "/tmp/keys.log"',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.keylog_filename = None',
    evidence: [],
    limits: 'A debug switch around the statement is not recognised.',
  },
  messages: {
    logged: 'the secrets of all connections are written to {file}',
    unknown: 'the secrets of all connections are written to {file} unless it is None',
  },
  on: [
    {
      kind: 'store',
      to: ['ssl.SSLContext.keylog_filename'],
      judge(store, verdict) {
        const { value } = store;
        if (value.isNone()) return undefined;
        const isFile = value.string() !== undefined || value.textParts() !== undefined;
        return isFile
          ? verdict.fail(store, 'logged', { file: value.text }, inCode)
          : verdict.open(store, 'unknown', { file: value.text });
      },
    },
    {
      kind: 'store',
      to: ['os.environ[]'],
      judge(store, verdict) {
        if (store.key?.string() !== variable || store.value.string() === '') return undefined;
        return verdict.fail(store, 'logged', { file: store.value.text }, inCode);
      },
    },
    {
      kind: 'call',
      to: ['os.environ.setdefault', 'os.putenv'],
      judge(call, verdict) {
        if (call.argument('key', 0).string() !== variable) return undefined;
        return verdict.fail(call, 'logged', { file: call.argument('value', 1).text }, inCode);
      },
    },
    {
      kind: 'python-variable',
      names: [variable],
      judge(setting, verdict) {
        // What a developer's script or a test run traces is their own.
        if (setting.starter !== 'service' && setting.starter !== 'image' && setting.starter !== 'schedule')
          return undefined;
        const file = setting.value.text;
        return file === undefined || file === '' ? undefined : verdict.fail(setting, 'logged', { file }, inCode);
      },
    },
  ],
});

export default quietInTests(rule);
