import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPasswordName, secrecyOf } from '../security-words.ts';
import { readCommandLine, usesShell } from './command-line.ts';

/** `--password=…`, `--api-key`: an option whose value is a secret by its name */
const secretOption = /^--?(?:[a-z]+[-_])*(password|passwd|passphrase|secret|token|api[-_]?key)(?:=|$)/i;

const rule = defineRule({
  id: 'subprocess/secret-in-arguments',
  code: 'SUB-14',
  title: 'Arguments of a program can be read by every user of the machine',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [214, 522],
  aliases: [],
  advice: 'Hand the secret over through standard input, a variable of the child’s environment, or a file.',
  question: 'Who else has processes on this machine, and can this be given by a file, variable or pipe?',
  docs: {
    why: 'The list of processes shows the arguments of all programs, and shells and audit logs keep them.',
    fails: 'import subprocess, getpass\nsubprocess.run(["mysql", "-p" + getpass.getpass()])',
    passes: 'import subprocess, getpass\nsubprocess.run(["mysql"], env={"MYSQL_PWD": getpass.getpass()})',
    evidence: [],
    limits: 'Which values are secret is read from their names, their source and the option that they follow.',
  },
  messages: {
    prompt: 'the password that the user types is shown in the list of processes',
    literal: 'the secret {option} stands in the code and in the list of processes',
    named: '{value} is shown in the list of processes, and its name says that it is secret',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      if (usesShell(call) !== false) return undefined;
      const { operands } = readCommandLine(call);
      for (const [at, operand] of operands.entries()) {
        const text = operand.string();
        if (text !== undefined) {
          const option = secretOption.exec(text);
          const value =
            option === null ? '' : option[0].endsWith('=') ? text.slice(option[0].length) : operands[at + 1]?.string();
          if (option !== null && isLiteralSecret(value)) {
            return verdict.fail(operand, 'literal', { option: option[0].replace(/=$/, '') });
          }
          continue;
        }
        const parts = [operand, ...(operand.textParts() ?? [])].filter((part) => typeof part !== 'string');
        if (parts.some((part) => part.callTo('concept:password-prompt') !== undefined)) {
          return verdict.fail(operand, 'prompt');
        }
        const named = parts.find((part) => part.constants() === undefined && isSecretName(part));
        if (named !== undefined) return verdict.open(named, 'named', { value: named.text });
      }
      return undefined;
    },
  },
});

export default quietInTests(rule);

/** Not a path, a descriptor (`fd:3`, `env:NAME`, `-`), a placeholder or a switch. */
function isLiteralSecret(value: string | undefined): boolean {
  return value !== undefined && value.length > 2 && !/^[-/~@$]|^(env|file|fd|stdin|pass):|[<>{}]/.test(value);
}

function isSecretName(value: ValueView): boolean {
  return value.lastName !== undefined && (isPasswordName(value.lastName) || secrecyOf(value.lastName) === 'secret');
}
