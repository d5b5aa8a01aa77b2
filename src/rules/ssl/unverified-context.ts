import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isRequired, isServerMade, sideOf, storesOf } from './context-use.ts';
import { optionBehind } from './opted-out.ts';

const evidence = { later: 'verification of certificate and name is turned on again' } as const;

const rule = defineRule({
  id: 'ssl/unverified-context',
  code: 'SSL-14',
  title: 'The private helpers of ssl that make an unverified context leave a client without protection',
  anchor: 'library/ssl.html#best-defaults',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295],
  aliases: ['B323', 'S323', 'python.lang.security.unverified-ssl-context.unverified-ssl-context'],
  advice: 'Use ssl.create_default_context().',
  question: 'When is this option on, and does the connection then carry anything that others must not read or change?',
  docs: {
    why: '_create_unverified_context and its alias _create_stdlib_context check neither certificate nor name: any machine on the way can answer.',
    fails:
      'import ssl, urllib.request\nurllib.request.urlopen("https://example.org", context=ssl._create_unverified_context())',
    passes:
      'import ssl, urllib.request\nurllib.request.urlopen("https://example.org", context=ssl.create_default_context())',
    evidence: Object.values(evidence),
    limits: 'What other functions set on the context later is not followed.',
  },
  messages: {
    made: '{name}() makes a context that verifies neither certificate nor name',
    asked: '{name}() makes an unverified context when {option} asks for it; whether it does by default is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:tls-context-unverified'],
    judge(call, verdict) {
      if (isServerMade(call) || sideOf(call) === 'server') return undefined;
      const checked = [call.argument('check_hostname'), ...storesOf(call, 'check_hostname')].at(-1);
      const required = [call.argument('cert_reqs'), ...storesOf(call, 'verify_mode')].some(isRequired);
      if (required && checked?.truth() === true) return verdict.pass(call, evidence.later);
      const option = optionBehind(call);
      if (option !== undefined)
        return verdict.open(call, 'asked', { name: call.name, option: option.text }, { severity: 'medium' });
      return verdict.fail(call, 'made', { name: call.name }, inCode);
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Use the default context, which verifies',
        make(call, edit) {
          if (call.positional.length > 0 || call.keywords.length > 0) return edit.refuse('options are set with it');
          const opened = call.outerCall();
          const isOption = opened !== undefined && edit.argument(opened, 'context')?.span.start === call.span.start;
          // urlopen(url) makes the default context itself
          if (isOption && opened.name === 'urllib.request.urlopen') return edit.removeArgument(opened, 'context');
          return edit.replaceCallee(call, edit.name('ssl.create_default_context'));
        },
      },
    ],
  },
});

export default quietInTests(rule);
