import { defineRule, isAtLeast } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { schemeAmong } from '../security-words.ts';

const rule = defineRule({
  id: 'hashlib/weak-mac-digest',
  code: 'HASH-12',
  title: 'An authentication code rests on MD5 or SHA-1',
  anchor: 'library/hmac.html#hmac.new',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [328],
  aliases: [],
  advice: 'Name a strong hash: hmac.new(key, message, "sha256").',
  question: 'Does a protocol demand this hash, or can the authentication code be made with SHA-256?',
  docs: {
    why:
      'Before Python 3.8 a code without digestmod was made with MD5; since then the call fails. Old hashes leave less and ' +
      'less room for safety, and restricted builds refuse them.',
    fails: 'import hmac\nhmac.new(key, message, "md5")',
    passes: 'import hmac\nhmac.new(key, message, "sha256")',
    evidence: ['a strong hash is named'],
    limits: 'Protocols that prescribe SHA-1 are recognised by a few names only.',
  },
  messages: {
    weak: 'the authentication code is made with {hash}, which is broken as a hash',
    old: 'the authentication code is made with {hash}; no attack on that is known, but new code should name a newer hash',
    missing:
      'without digestmod the code is made with MD5 before Python 3.8, and the call raises TypeError from there on',
    unknown: 'which hash the authentication code is made with is not known: {option}',
  },
  on: {
    kind: 'call',
    to: ['hmac.new', 'hmac.HMAC', 'hmac.digest'],
    judge(call, verdict) {
      const chosen = call.argument(call.name === 'hmac.digest' ? 'digest' : 'digestmod', 2);
      if (chosen.isAbsent() || chosen.isNone()) {
        return verdict.fail(call, 'missing', {}, { severity: isAtLeast(call.target, 3, 8) ? 'low' : 'medium' });
      }
      const names = chosen.constants() ?? chosen.names().map((name) => name.slice(name.lastIndexOf('.') + 1));
      const hashes = names.map((name) =>
        String(name)
          .toLowerCase()
          .replace(/[-_]/g, '')
          .replace(/^openssl/, ''),
      );
      const weak = hashes.find((hash) => /^(md[245]|sha1?|ripemd160)$/.test(hash));
      if (weak === undefined) {
        if (hashes.length > 0 && hashes.every((hash) => /^(sha\d|sha3|blake2|shake|sm3)/.test(hash))) {
          return verdict.pass(chosen, 'a strong hash is named');
        }
        const subject = chosen.isGiven() ? chosen : call;
        return verdict.open(subject, 'unknown', { option: subject.text }, { severity: 'low' });
      }
      const scheme = schemeAmong([...call.resultNames(), call.functionName, call.className, call.moduleName]);
      if (scheme !== undefined && !weak.startsWith('md')) return undefined;
      const parameters = { hash: weak.toUpperCase() };
      if (call.isSentInRequest && !weak.startsWith('md')) return undefined; // the service says which
      if (weak.startsWith('md') && scheme === undefined && !call.isSentInRequest)
        return verdict.fail(chosen, 'weak', parameters, { severity: 'medium' });
      return verdict.open(chosen, 'old', parameters, { severity: 'low' });
    },
    fixes: [
      {
        class: 'advice',
        title: 'Name a strong hash that both sides use: "sha256"',
        for: ['weak', 'old', 'missing'],
        make: (call, edit) =>
          edit.setArgument(call, call.name === 'hmac.digest' ? 'digest' : 'digestmod', 2, edit.quoted('sha256')),
      },
    ],
  },
});

export default quietInTests(rule);
