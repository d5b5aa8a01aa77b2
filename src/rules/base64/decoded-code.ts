import { defineRule } from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const decoders = [
  'concept:lenient-base64-decode',
  'concept:case-folding-decode',
  'concept:hex-decode',
  'codecs.decode',
  'base64.b85decode',
  'base64.a85decode',
];

const evidence = { authentic: 'what is run is authenticated before' } as const;

const rule = defineRule({
  id: 'base64/decoded-code',
  code: 'B64-11',
  title: 'Code that is decoded and run at once hides what the program does',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'critical', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [506, 94],
  aliases: ['B102', 'S102'],
  advice: 'Write the code out; never run what was received.',
  question: 'Who wrote the code that is decoded here, and can anyone else put other code in its place?',
  docs: {
    why:
      'Text that is decoded and handed to exec() is the usual wrapping of malicious packages: nobody who reads the source ' +
      'sees what runs. If the text comes from outside, its sender decides what runs.',
    fails: 'import base64\nexec(base64.b64decode("cHJpbnQoMSk="))',
    passes: 'import base64\nimage = base64.b64decode("iVBORw0KGgo=")',
    evidence: Object.values(evidence),
    limits: 'Code that is written to a file and imported, or decoded by functions of its own, is not followed.',
  },
  messages: {
    hidden: '{function}() runs code that stands in the source in encoded form',
    hostile: '{function}() runs what {source} sent, after decoding it',
    unknown: '{function}() runs code after decoding it; where it comes from is not known: {source}',
  },
  on: {
    kind: 'call',
    to: ['concept:code-execute', 'concept:code-compile'],
    judge(call, verdict) {
      const code = call.operand();
      const isDecoded = code.isDerivedFrom(...decoders) || code.callTo(...decoders) !== undefined;
      if (!code.isGiven() || !isDecoded) return undefined;
      if (code.guard('authenticity')) return verdict.pass(code, evidence.authentic);
      const origin = code.origin();
      const parameters = { function: call.callee.text, source: origin.text };
      if (origin.isHostile) return verdict.fail(code, 'hostile', parameters);
      if (origin.provenance === 'constant') return verdict.fail(code, 'hidden', parameters, { severity: 'high' });
      return verdict.open(code, 'unknown', parameters, { severity: 'medium' });
    },
  },
});

export default onlyFailuresInTests(rule);
