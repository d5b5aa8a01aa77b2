import { type CallSite, defineRule, isAtLeast, type ValueView } from '../../rulekit/index.ts';
import { isShared } from '../../startup/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  isolated: 'Python is started with -I: its directory is not searched for modules',
  safePath: 'Python is started with -P: its directory is not searched for modules',
  variable: 'PYTHONSAFEPATH is set for it: its directory is not searched for modules',
  fresh: 'it runs in a directory that was made for it',
} as const;

const rule = defineRule({
  id: 'isolation/subprocess-directory',
  code: 'ISO-02',
  title: 'A child Python imports from a directory that somebody else fills',
  anchor: 'using/cmdline.html#cmdoption-I',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'medium' },
  cwe: [427],
  aliases: [],
  advice: 'Start it as [sys.executable, "-I", …], or with -P from Python 3.11 on.',
  question: 'Who can put files into the folder that this Python is started in?',
  docs: {
    why:
      'With -m and -c Python searches the directory that it is started in before its own library. Given an uploaded or ' +
      'checked-out directory as cwd, a file named random.py in it is run.',
    fails:
      'import subprocess, sys, flask\n' +
      'subprocess.run([sys.executable, "-m", "pylint", "."], cwd=flask.request.args["project"])',
    passes:
      'import subprocess, sys, flask\n' +
      'subprocess.run([sys.executable, "-I", "-m", "pylint", "."], cwd=flask.request.args["project"])',
    evidence: Object.values(evidence),
    limits: 'What is in a directory is not looked at. os.chdir() before the call is not followed.',
  },
  messages: {
    hostile: '{source} chooses the directory, which {command} imports from first',
    shared: '{command} is started in {directory}, where anyone can put a module, and imports from it first',
    noEffect:
      '{source} chooses the directory, which {command} imports from first: PYTHONSAFEPATH means nothing before Python 3.11',
    unknown: 'who fills {directory}, which {command} imports from first, is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      const started = pythonIn(call);
      if (started === undefined) return undefined;
      if (started.options.includes('I')) return verdict.pass(call, evidence.isolated);
      if (started.options.includes('P')) return verdict.pass(call, evidence.safePath);
      const directory = call.argument('cwd');
      if (!directory.isGiven() || directory.isNone()) return undefined;
      const command = `python ${started.title}`;
      const origin = directory.origin();
      const safePath = call.argument('env').entry('PYTHONSAFEPATH')?.string() ?? '';
      const isSafe = safePath !== '' && !started.options.includes('E');
      if (isSafe && isAtLeast(call.target, 3, 11)) return verdict.pass(call, evidence.variable);
      if (directory.isDerivedFrom('concept:temp-directory')) return verdict.pass(directory, evidence.fresh);
      if (isForeign(origin, call)) {
        return verdict.fail(directory, isSafe ? 'noEffect' : 'hostile', { source: origin.text, command });
      }
      const path = directory.string();
      if (path !== undefined) {
        if (!isShared(path)) return undefined;
        return verdict.fail(directory, 'shared', { directory: path, command }, { severity: 'medium' });
      }
      if (origin.provenance !== 'parameter') return undefined;
      return verdict.open(directory, 'unknown', { directory: directory.text, command }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);

interface Started {
  /** letters before the program */
  readonly options: string;
  /** `-m pylint`, `-c` */
  readonly title: string;
}

/** An argument list that starts Python with a module, or code in it: then its directory is the first on the path. */
function pythonIn(call: CallSite): Started | undefined {
  const list = call.operand();
  const items = list.items() ?? list.firstItems();
  const words = items.length > 0 ? items : call.positional;
  const [program, ...rest] = words;
  if (program === undefined || !isPython(program)) return undefined;
  let options = '';
  for (const [at, word] of rest.entries()) {
    const text = word.string();
    if (text === undefined || !text.startsWith('-') || text === '-') return undefined;
    if (/^-[WX]./.test(text)) continue;
    const found = /^-([A-Za-z]*?)([mc])(.*)$/.exec(text);
    if (found !== null) {
      const [, before = '', letter = '', glued = ''] = found;
      const name = letter === 'c' ? '' : ` ${glued || (rest[at + 1]?.string() ?? rest[at + 1]?.text ?? '')}`;
      return { options: options + before, title: `-${letter}${name}` };
    }
    options += text.slice(1);
  }
  return undefined;
}

function isPython(program: ValueView): boolean {
  if (program.names().includes('sys.executable')) return true;
  return /^(?:.*[/\\])?(?:python|pypy)[\d.]*(?:\.exe)?$/.test(program.string() ?? '');
}
