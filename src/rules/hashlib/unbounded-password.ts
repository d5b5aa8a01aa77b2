import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'hashlib/unbounded-password',
  code: 'HASH-07',
  title: 'A password of any length makes the server work for whoever sends it',
  anchor: 'library/hashlib.html#hashlib.pbkdf2_hmac',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [400, 1284],
  aliases: [],
  advice: 'Refuse passwords of more than, say, 1024 bytes before they are hashed.',
  question: 'Is the length of a password limited before it gets here, by the form, the framework or the server?',
  docs: {
    why:
      'A key derivation costs time on purpose. The documentation asks to limit the length of the password, so that a ' +
      'client cannot buy much more of that time with a long one.',
    fails:
      'import hashlib, flask\nhashlib.scrypt(flask.request.form["password"].encode(), salt=salt, n=2**14, r=8, p=1)',
    passes:
      'import hashlib, flask\npassword = flask.request.form["password"].encode()\nif len(password) <= 1024:\n    hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)',
    evidence: ['the length of the password was tested'],
    limits: 'Limits on the whole request are not seen.',
  },
  messages: { unbounded: '{source} is hashed whatever its length' },
  on: {
    kind: 'call',
    to: ['hashlib.pbkdf2_hmac', 'hashlib.scrypt'],
    judge(call, verdict) {
      const password = call.argument('password', call.name === 'hashlib.scrypt' ? 0 : 1);
      const origin = password.origin();
      if (origin.provenance !== 'network') return undefined;
      if (password.guard('size') !== undefined) return verdict.pass(password, 'the length of the password was tested');
      return verdict.fail(password, 'unbounded', { source: origin.text }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
