import { defineRule, isAtLeast } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { strong: 'the list names no weak cipher' } as const;

/** Words of OpenSSL's cipher strings that stand for no encryption, no authentication, or broken ciphers. */
const broken = /^(NULL|eNULL|aNULL|ADH|AECDH|aDH|EXP|EXPORT\d*|LOW|RC4|RC2|DES|kEXP|COMPLEMENTOFALL)$/;
const weak = /^(3DES|CBC3|IDEA|SEED|MD5|ALL|COMPLEMENTOFDEFAULT|MEDIUM)$/;

const rule = defineRule({
  id: 'ssl/weak-ciphers',
  code: 'SSL-08',
  title: 'A cipher list that allows weak suites lets an attacker choose one of them',
  anchor: 'library/ssl.html#cipher-selection',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [327, 326],
  aliases: [],
  advice: 'Delete the call: the default list is better; or name the few suites that you want (ECDHE+AESGCM).',
  question: 'Which suites does this list allow, and does a peer exist that needs the weak ones?',
  docs: {
    why: 'Both ends agree on a suite from their lists. One that does not encrypt, does not authenticate or is broken protects nothing when it is chosen.',
    fails: 'import ssl\nssl.create_default_context().set_ciphers("ALL:eNULL")',
    passes: 'import ssl\nssl.create_default_context().set_ciphers("ECDHE+AESGCM")',
    evidence: Object.values(evidence),
    limits:
      'What DEFAULT and HIGH stand for depends on the installed OpenSSL; TLS 1.3 suites are not affected by the list.',
  },
  messages: {
    weak: 'the list allows {cipher}',
    level: '{level} admits keys and signatures that OpenSSL refuses by default',
    broad:
      '{cipher} stands for more than Python {version}, on which the project may run, offers by itself: add !aNULL:!MD5:!3DES',
    unknown: 'which ciphers {value} allows is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:tls-ciphers'],
    judge(call, verdict) {
      const list = call.operand();
      if (!list.isGiven()) return undefined;
      const text = list.string();
      if (text === undefined) return verdict.open(list, 'unknown', { value: list.text });
      const words = text.split(/[:,; ]+/).filter((word) => word !== '');
      // "!RC4" removes for good; "-RC4" too, unless added again; "+RC4" only moves what is there
      const removed = new Set(words.filter((word) => /^[!-]/.test(word)).map((word) => word.slice(1)));
      const level = words.map((word) => /@SECLEVEL=([01])$/i.exec(word)).find((match) => match !== null);
      for (const word of words) {
        if (/^[!+\-@]/.test(word)) continue;
        const parts = word.replace(/@.*$/, '').split(/[-+_]/);
        if (parts.some((part) => broken.test(part) && !removed.has(part))) {
          return verdict.fail(list, 'weak', { cipher: word }, { severity: 'high' });
        }
        const found = parts.find((part) => weak.test(part) && !removed.has(part));
        if (found !== undefined && !(found === 'ALL' && removed.has('aNULL'))) {
          return verdict.fail(list, 'weak', { cipher: word });
        }
      }
      if (level !== undefined) return verdict.fail(list, 'level', { level: level[0] });
      // The list that Python starts from has left out what these still hold.
      const broad = words.find((word) => /^(DEFAULT|HIGH)(@.*)?$/.test(word));
      const { target } = call;
      if (broad !== undefined && removed.size === 0 && !isAtLeast(target, 3, 10) && target.source !== 'default') {
        const parameters = { cipher: broad, version: target.minimum.join('.') };
        return verdict.open(list, 'broad', parameters, { severity: 'low' });
      }
      return verdict.pass(list, evidence.strong);
    },
  },
});

export default quietInTests(rule);
