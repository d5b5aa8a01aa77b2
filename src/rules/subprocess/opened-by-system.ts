import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { isChecked } from './command-line.ts';

const evidence = {
  scheme: 'only addresses with a fixed scheme are opened',
  constant: 'the address is constant',
} as const;

const rule = defineRule({
  id: 'subprocess/opened-by-system',
  code: 'SUB-19',
  title: 'What the system opens for a file or address is decided by its name',
  anchor: 'library/subprocess.html#security-considerations',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [88, 601],
  aliases: ['S606', 'B606'],
  advice: 'Open only addresses that begin with "https://", and files of a fixed kind.',
  question: 'Who can choose what is opened here, and which programs would the system start for it?',
  docs: {
    why: 'A file type or scheme is enough to start a program: .exe, .lnk, file:, and schemes that applications registered. A leading dash becomes an option of the browser.',
    fails: 'import os, flask\nos.startfile(flask.request.args["file"])',
    passes: 'import webbrowser\nwebbrowser.open("https://example.org")',
    evidence: Object.values(evidence),
    limits: 'Which programs are registered on the machine is not known.',
  },
  messages: {
    hostile: '{source} decides what {name}() starts',
    unknown: '{value} decides what {name}() starts, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:open-external'],
    judge(call, verdict) {
      const address = call.operand();
      if (!address.isGiven()) return undefined;
      if (address.constants() !== undefined) return verdict.pass(address, evidence.constant);
      const first = address.textParts()?.[0];
      const prefix = address.guard('prefix')?.against;
      const hasScheme =
        (typeof first === 'string' && /^(https?|mailto):/.test(first)) ||
        (prefix?.every((each) => typeof each === 'string' && /^(https?|mailto):/.test(each)) ?? false);
      if (hasScheme || isChecked(address)) return verdict.pass(address, evidence.scheme);
      const origin = address.origin();
      if (isForeign(origin, call)) return verdict.fail(address, 'hostile', { source: origin.text, name: call.name });
      // an address that a caller hands to webbrowser.open() is mostly the program's own
      if (call.name !== 'os.startfile' || ['constant', 'shipped'].includes(origin.provenance)) return undefined;
      return verdict.open(address, 'unknown', { value: address.text, name: call.name });
    },
  },
});

export default quietInTests(rule);
