import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { contextMakers, isClientMade, isLoopback, isRequired, isUnverified, sideOf } from './context-use.ts';
import { optionBehind } from './opted-out.ts';

const evidence = {
  required: 'the certificate is required',
  verified: 'the option leaves certificates verified',
  server: 'the context is a server’s, which asks no client for a certificate',
} as const;

const verified = { class: 'unsafe', title: 'Leave verification on', for: ['off'] } as const;

const rule = defineRule({
  id: 'ssl/certificate-not-verified',
  code: 'SSL-02',
  title: 'A client that does not verify the certificate talks to whoever answers',
  anchor: 'library/ssl.html#verifying-certificates',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295],
  aliases: ['B501', 'S501', 'py/request-without-cert-validation'],
  advice: 'Leave verification on; for a private authority, load its certificate with cafile or verify="ca.pem".',
  question: 'Does this connection ever leave the machine or reach a server whose certificate must be verified?',
  docs: {
    why: 'Without verification the connection is encrypted, but anyone on the way can be its other end, read everything and answer in the server’s name.',
    fails:
      'import ssl\ncontext = ssl.create_default_context()\ncontext.check_hostname = False\ncontext.verify_mode = ssl.CERT_NONE',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.verify_mode = ssl.CERT_REQUIRED',
    evidence: Object.values(evidence),
    limits: 'A context that is handed in from elsewhere may be a server’s; it is reported as open.',
  },
  messages: {
    off: '{target} turns certificate verification off: whoever answers is believed',
    asked: 'certificate verification is turned off when {option} asks for it; whether it is on by default is not known',
    'perhaps-server': 'verification is turned off on a context that may serve a client',
    unknown: 'whether certificates are verified depends on {value}',
  },
  on: [
    {
      kind: 'store',
      to: ['ssl.SSLContext.verify_mode'],
      judge(store, verdict) {
        const { value } = store;
        if (isRequired(value)) return verdict.pass(store, evidence.required);
        const made = store.receiver()?.callTo(...contextMakers);
        const side = made === undefined ? 'unknown' : sideOf(made);
        if (!isUnverified(value)) {
          const open = value.constants()?.length !== 1 && value.canBe('ssl.CERT_NONE', 'ssl.VerifyMode.CERT_NONE');
          return open && side !== 'server' ? verdict.open(value, 'unknown', { value: value.text }) : undefined;
        }
        if (side === 'server') return verdict.pass(store, evidence.server);
        if (made !== undefined && (side === 'client' || isClientMade(made))) {
          const option = optionBehind(store);
          if (option !== undefined)
            return verdict.open(store, 'asked', { option: option.text }, { severity: 'medium' });
          return verdict.fail(store, 'off', { target: store.text }, localSeverity(made));
        }
        return verdict.open(store, 'perhaps-server');
      },
      fixes: [
        {
          ...verified,
          make(store, edit) {
            edit.removeStatement(store);
            // Nobody turns the name check off for anything else.
            const made = store.receiver()?.callTo(...contextMakers);
            for (const use of made?.uses() ?? []) {
              if (use.kind === 'store' && use.attribute === 'check_hostname' && use.value.constant() === false) {
                edit.removeStatement(use.subject);
              }
            }
          },
        },
      ],
    },
    {
      // requests.get(url, verify=False), urllib3.PoolManager(cert_reqs='CERT_NONE')
      kind: 'call',
      to: ['concept:tls-verify-option'],
      judge(call, verdict) {
        const option = call.operand();
        // ssl/verification-off-everywhere speaks of the switch for the whole process
        if (!option.isGiven() || call.name.startsWith('ssl.')) return undefined;
        if (option.constant() === false || isUnverified(option) || option.string() === 'CERT_NONE') {
          const asking = optionBehind(call);
          if (asking !== undefined)
            return verdict.open(option, 'asked', { option: asking.text }, { severity: 'medium' });
          const severity = isLoopback(call.positional) || isLoopback([call.argument('url')]) ? 'low' : undefined;
          return verdict.fail(option, 'off', { target: `${call.name}()` }, severity === undefined ? {} : { severity });
        }
        if (option.constants()?.includes(false)) return verdict.open(option, 'unknown', { value: option.text });
        const isOn = option.truth() === true || isRequired(option) || option.string() === 'CERT_REQUIRED';
        return isOn ? verdict.pass(option, evidence.verified) : undefined;
      },
      fixes: [
        {
          ...verified,
          make(call, edit) {
            const option = call.operand();
            const name = call.keywords.find((each) => edit.argument(call, each)?.span.start === option.span.start);
            if (name === undefined) return edit.refuse('the option is passed in another way');
            return edit.removeArgument(call, name);
          },
        },
      ],
    },
    {
      // session.verify = False
      kind: 'store',
      to: ['concept:tls-verify-option'],
      judge(store, verdict) {
        const { value } = store;
        if (value.constant() === false || isUnverified(value) || value.string() === 'CERT_NONE') {
          const option = optionBehind(store);
          if (option !== undefined)
            return verdict.open(store, 'asked', { option: option.text }, { severity: 'medium' });
          return verdict.fail(store, 'off', { target: store.text }, inCode);
        }
        if (value.constants()?.includes(false)) return verdict.open(value, 'unknown', { value: value.text });
        return value.constant() === true ? verdict.pass(store, evidence.verified) : undefined;
      },
      fixes: [{ ...verified, make: (store, edit) => edit.removeStatement(store) }],
    },
  ],
});

export default quietInTests(rule);

function localSeverity(made: CallSite) {
  const names = made
    .uses()
    .map((use) => (use.kind === 'call' ? use.call.argument('server_hostname', 5) : undefined))
    .filter((name) => name?.isGiven());
  return names.length > 0 && names.every((name) => isLoopback([name])) ? ({ severity: 'low' } as const) : inCode;
}
