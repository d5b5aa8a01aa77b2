import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { baseName, innerShell, isChecked, readCommandLine, usesShell } from './command-line.ts';

const evidence = {
  separated: 'a "--" keeps operands from being read as options',
  checked: 'the operand is checked, or cannot begin with a dash',
} as const;

/** Programs with options that run commands, write files of the caller's choice, or read secrets. */
const telling = new Set(
  (
    'git ssh scp sftp rsync tar bsdtar zip unzip 7z find xargs curl wget psql mysql mysqldump pg_dump sqlite3 man less ' +
    'more vim vi ed sed awk gawk sort env nice nohup sudo su doas systemd-run docker podman kubectl helm hg svn ffmpeg ' +
    'convert magick gs sendmail exim mutt mail python python3 perl ruby node npm pip gcc make rpm dpkg apt apt-get ' +
    'openssl gpg nmap tcpdump watch strace ldd ld aria2c chromium google-chrome firefox'
  ).split(' '),
);

const rule = defineRule({
  id: 'subprocess/option-from-input',
  code: 'SUB-08',
  title: 'An operand that begins with a dash is read as an option of the program',
  anchor: 'library/subprocess.html#security-considerations',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [88],
  aliases: ['B603', 'S603'],
  advice: 'Put "--" before the operands, or refuse values that begin with a dash.',
  question: 'Who can choose this operand, and what could an option in its place do?',
  docs: {
    why: 'Many programs have options that run a command or write a file: git --upload-pack, tar --to-command, ssh -o, curl -o. No shell is needed to reach them.',
    fails: 'import subprocess, flask\nsubprocess.run(["git", "clone", flask.request.args["url"]])',
    passes: 'import subprocess, flask\nsubprocess.run(["git", "clone", "--", flask.request.args["url"]])',
    evidence: Object.values(evidence),
    limits: 'Programs that do not stop at "--" are not known; what a program does with its operands is not judged.',
  },
  messages: {
    telling: '{source} may begin with a dash, and {program} has options that run commands or write files',
    option: '{source} may begin with a dash and be read as an option of {program}',
    unknown: '{value} may begin with a dash, and {program} has options that run commands or write files',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      if (usesShell(call) !== false) return undefined;
      const line = readCommandLine(call);
      const programs = programsOf(line.program);
      if (programs.length === 0) return undefined;
      const program = programs.join(' or ');
      const isTelling = programs.some((each) => telling.has(each));
      const script = innerShell(line)?.script;
      let open: ValueView | undefined;
      let safe: { readonly value: ValueView; readonly evidence: string } | undefined;
      for (const [at, operand] of line.operands.entries()) {
        if (operand.constants() !== undefined || operand.span.start === script?.span.start) continue;
        const origin = operand.origin();
        if (origin.provenance === 'constant' || origin.provenance === 'shipped') continue;
        const before = line.operands.slice(0, at).map((each) => each.string());
        if (before.includes('--')) {
          safe ??= { value: operand, evidence: evidence.separated };
          continue;
        }
        if (cannotBeOption(operand)) {
          safe ??= { value: operand, evidence: evidence.checked };
          continue;
        }
        if (/^-/.test(before.at(-1) ?? '')) continue; // the value of an option: ["git", "-C", directory]
        if (isForeign(origin, call)) {
          const parameters = { source: origin.text, program };
          return isTelling
            ? verdict.fail(operand, 'telling', parameters)
            : verdict.fail(operand, 'option', parameters, { severity: 'medium' });
        }
        if (isTelling) open ??= operand;
      }
      if (open !== undefined) return verdict.open(open, 'unknown', { value: open.text, program });
      return safe === undefined ? undefined : verdict.pass(safe.value, safe.evidence);
    },
  },
});

export default quietInTests(rule);

/** Names of the programs that it can be, when all are known: by its value, or by what it was compared with. */
function programsOf(program: ValueView | undefined): readonly string[] {
  if (program?.is('sys.executable')) return ['python'];
  const known = program?.constants() ?? program?.guard('membership')?.against ?? [];
  const names = known.map((each) => (typeof each === 'string' ? baseName(each) : undefined));
  return names.every((each) => each !== undefined) ? names : [];
}

function cannotBeOption(operand: ValueView): boolean {
  const first = operand.textParts()?.[0];
  if (typeof first === 'string' && first !== '') return true; // "--file=" + name, "./" + name
  if (isChecked(operand) || operand.isCleanedFor('argument')) return true;
  const prefix = operand.guard('prefix')?.against;
  if (prefix?.every((each) => typeof each === 'string' && !each.startsWith('-'))) return true;
  const excluded = operand.guard('prefix-excluded')?.against;
  if (excluded?.some((each) => each === '-')) return true;
  const joined = operand.callTo('os.path.join')?.positional[0];
  if (joined !== undefined) return cannotBeOption(joined);
  return operand.callTo('os.path.abspath', 'os.path.realpath', 'tempfile.mkdtemp', 'tempfile.mktemp') !== undefined;
}
