import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { baseName, readCommandLine } from './command-line.ts';

const evidence = { checked: 'the program’s failure raises' } as const;

/** Programs whose failure means that a protection is not there, with the words that make them so. */
const protective: readonly { readonly program: RegExp; readonly words?: RegExp }[] = [
  { program: /^(chmod|chown|chgrp|setfacl|chattr|icacls)$/ },
  { program: /^(ip6?tables|nft|ufw|firewall-cmd|pfctl)$/ },
  { program: /^(gpg|gpg2|gpgv)$/, words: /^--verify$/ },
  { program: /^gpgv$/ },
  { program: /^(cosign|minisign|signify|slsa-verifier)$/ },
  { program: /^openssl$/, words: /^(verify|-verify)$/ },
  { program: /^git$/, words: /^verify-(commit|tag)$/ },
  { program: /^(sha\d*sum|md5sum|b2sum|shasum)$/, words: /^(-c|--check)$/ },
];

const rule = defineRule({
  id: 'subprocess/result-ignored',
  code: 'SUB-16',
  title: 'When the failure of a protective command goes unnoticed, the program goes on unprotected',
  anchor: 'library/subprocess.html#subprocess.run',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [252, 754],
  aliases: ['PLW1510'],
  advice: 'Pass check=True, or look at returncode.',
  question: 'What happens when this command fails, and does anything notice it?',
  docs: {
    why: 'run() and call() report failure in a number that is easily dropped. A signature that did not verify or a mode that was not set then looks like success.',
    fails: 'import subprocess\nsubprocess.run(["gpg", "--verify", "a.sig", "a"])',
    passes: 'import subprocess\nsubprocess.run(["gpg", "--verify", "a.sig", "a"], check=True)',
    evidence: Object.values(evidence),
    limits: 'Only well-known commands that set permissions, filter traffic or verify signatures are judged.',
  },
  messages: { ignored: 'nobody notices when {program} fails' },
  on: {
    kind: 'call',
    to: ['subprocess.run', 'subprocess.call'],
    judge(call, verdict) {
      const { program, operands } = readCommandLine(call);
      const name = baseName(program?.string());
      if (program === undefined || name === undefined) return undefined;
      const isProtective = protective.some(
        (each) =>
          each.program.test(name) &&
          (each.words === undefined || operands.some((operand) => each.words?.test(operand.string() ?? ''))),
      );
      if (!isProtective) return undefined;
      const check = call.argument('check');
      if (check.truth() === true) return verdict.pass(call, evidence.checked);
      // check=False says that the author thought of it
      if (call.isResultUsed || !check.isAbsent()) return undefined;
      return verdict.fail(call, 'ignored', { program: name }, inCode);
    },
  },
});

export default quietInTests(rule);
