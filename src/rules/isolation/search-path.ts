import { type CallSite, defineRule, type StoreSite, type ValueView, type VariableSite } from '../../rulekit/index.ts';
import { type Expansion, type Exposure, type Place, placeNamed } from '../../startup/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { exposureText } from './exposure-text.ts';

const evidence = { own: 'the directory is found from the file itself, wherever the program is started' } as const;

const currentDirectory = ['os.getcwd', 'os.getcwdb', 'pathlib.Path.cwd'] as const;
const madeAbsolute = ['os.path.abspath', 'os.path.realpath', 'pathlib.Path.resolve', 'pathlib.Path.absolute'] as const;

export default defineRule({
  id: 'isolation/search-path',
  code: 'ISO-03',
  title: 'Modules are searched for in a directory that somebody else chooses',
  anchor: 'library/sys_path_init.html',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'medium' },
  cwe: [427, 426],
  aliases: [],
  advice:
    'Install the code as a package, or name its directory from __file__; leave no colon of PYTHONPATH without an entry.',
  question: 'Who chooses this folder, and who can write to it?',
  docs: {
    why:
      'A relative entry of sys.path means the directory that the program happens to be started in: whatever lies there ' +
      'can take the place of any module. So does an empty entry of PYTHONPATH, which a colon at either end makes.',
    fails: 'import sys\nsys.path.insert(0, ".")',
    passes: 'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "vendor"))',
    evidence: Object.values(evidence),
    limits:
      'Who can write to a directory that is named in full is only known of those that all users share. Tests, examples ' +
      'and scripts of the project are taken to be started in its own directory.',
  },
  messages: {
    relative: 'modules are searched for in {path}, relative to wherever the program is started',
    current: 'modules are searched for in the directory that the program is started in',
    hostile: '{source} chooses a directory that modules are imported from',
    unknown: 'who chooses {path}, which modules are imported from, is not known',
    empty: 'the empty entry in PYTHONPATH stands for the current directory: {why}',
    exposed: 'PYTHONPATH names {directory}, {who}',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:module-search-path'],
      judge(call, verdict) {
        if (!isProgram(call)) return undefined;
        const isLast = call.name.endsWith('.append') || call.name === 'site.addsitedir';
        const given = call.name === 'site.addsitedir' ? call.argument('sitedir', 0) : call.positional.at(-1);
        const paths = call.name.endsWith('.extend') ? (given?.items() ?? []) : given === undefined ? [] : [given];
        for (const path of paths) {
          const severity = isLast ? 'low' : 'medium';
          const found = kindOf(path, call);
          const parameters = { path: path.text, source: path.origin().text };
          if (found === 'hostile') return verdict.fail(path, 'hostile', parameters);
          if (found === 'relative' || found === 'current') return verdict.fail(path, found, parameters, { severity });
          if (found === 'unknown') return verdict.open(path, 'unknown', parameters, { severity: 'low' });
          if (found === 'own') return verdict.pass(call, evidence.own);
        }
        return undefined;
      },
    },
    {
      kind: 'store',
      to: ['sys.path', 'sys.path[]'],
      judge(store, verdict) {
        if (!isProgram(store)) return undefined;
        const { value } = store;
        const listed = value.items() ?? value.firstItems();
        const paths = listed.length > 0 || store.name === 'sys.path' ? listed : [value];
        for (const path of paths) {
          const found = kindOf(path, store);
          const parameters = { path: path.text, source: path.origin().text };
          if (found === 'hostile') return verdict.fail(path, 'hostile', parameters);
          if (found === 'relative' || found === 'current') {
            return verdict.fail(path, found, parameters, { severity: store.operator === undefined ? 'medium' : 'low' });
          }
        }
        return undefined;
      },
    },
    {
      kind: 'python-variable',
      names: ['PYTHONPATH'],
      judge(variable, verdict) {
        if (variable.how === 'keep' || variable.role === 'test') return undefined;
        for (const entry of entriesOf(variable)) {
          const exposure = exposureOfEntry(variable, entry);
          if (exposure !== undefined) {
            const parameters = { directory: exposure.directory, who: exposureText(exposure) };
            const severity = variable.user === 'root' ? 'high' : 'medium';
            if (exposure.who !== 'container') return verdict.fail(variable, 'exposed', parameters, { severity });
          }
          if (entry.why !== undefined && leavesDirectoryToCaller(variable)) {
            const severity = variable.user === 'root' ? 'medium' : 'low';
            return verdict.fail(variable, 'empty', { why: entry.why }, { severity });
          }
        }
        return undefined;
      },
    },
  ],
});

/** Tests, examples and tools of a project are started in it; Sphinx goes to the directory of conf.py before it runs that. */
const isProgram = ({ role, path }: CallSite | StoreSite) =>
  role === 'app' && !/(^|\/)docs?\/(.*\/)?conf\.py$/.test(path);

function kindOf(
  path: ValueView,
  site: CallSite | StoreSite,
): 'relative' | 'current' | 'hostile' | 'unknown' | 'own' | undefined {
  const text = path.string();
  if (text !== undefined) {
    if (text === '' || text === '.') return 'current';
    return /^(?:[/\\~]|[A-Za-z]:)/.test(text) ? undefined : 'relative';
  }
  if (path.callTo(...currentDirectory) !== undefined) return 'current';
  const absolute = path.callTo(...madeAbsolute);
  const inner = absolute?.receiver() ?? absolute?.argument('path', 0);
  if (inner !== undefined && inner.string() !== undefined && !/^[/~]/.test(inner.string() ?? '')) {
    return /^\.?$/.test(inner.string() ?? '') ? 'current' : 'relative';
  }
  const origin = path.origin();
  // Who chooses the arguments of a program runs it, and can have it import what they like.
  if (isForeign(origin, site) && origin.provenance !== 'argument') return 'hostile';
  if (origin.provenance === 'shipped') return 'own';
  if (origin.provenance === 'parameter') return 'unknown';
  return undefined;
}

/** One entry of PYTHONPATH. */
interface Entry {
  /** the directory that it names; undefined: not known */
  readonly place: Place | undefined;
  /** of an empty entry, what makes it one */
  readonly why: string | undefined;
}

function entriesOf(variable: VariableSite): readonly Entry[] {
  const entries: (string | Expansion)[][] = [[]];
  for (const part of variable.value.parts) {
    if (typeof part !== 'string') {
      entries.at(-1)?.push(part);
      continue;
    }
    part.split(':').forEach((piece, at) => {
      if (at > 0) entries.push([]);
      if (piece !== '') entries.at(-1)?.push(piece);
    });
  }
  // Nothing at all is no entry.
  if (entries.length === 1 && (entries[0]?.length === 0 || isOwnValue(entries[0]?.[0]))) return [];
  return entries.map((parts): Entry => {
    const [first, ...rest] = parts;
    if (first === undefined) return { place: variable.directory, why: 'a colon has nothing beside it' };
    if (rest.length > 0) return { place: undefined, why: undefined };
    if (typeof first === 'string') return { place: placeNamed(first, variable.directory), why: undefined };
    if (isOwnValue(first) && variable.isFirst) {
      return { place: variable.directory, why: 'nothing is left beside the colon when PYTHONPATH was not set' };
    }
    return { place: undefined, why: undefined };
  });
}

/** `$PYTHONPATH`, `${PYTHONPATH}`, `${PYTHONPATH:-}`; `${PYTHONPATH:+:$PYTHONPATH}` leaves no empty entry. */
function isOwnValue(part: string | Expansion | undefined): boolean {
  if (typeof part !== 'object' || part.kind !== 'variable' || part.text !== 'PYTHONPATH') return false;
  return part.operator === '' || (part.operator.endsWith('-') && part.operand === '');
}

function exposureOfEntry(variable: VariableSite, { place }: Entry): Exposure | undefined {
  return place === undefined ? undefined : variable.exposureOf(place);
}

/** What runs stands wherever it was called: neither a pipeline's checkout nor an image's own directory. */
function leavesDirectoryToCaller({ starter, directory }: VariableSite): boolean {
  if (starter === 'shell') return directory.kind === 'start' || directory.kind === 'unknown';
  return starter === 'package-script' && directory.kind !== 'path';
}
