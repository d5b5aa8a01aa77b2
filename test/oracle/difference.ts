// Says where two canonical texts part, and files the difference under a category, so that thousands of unequal files
// become a short list of causes.

export interface Difference {
  readonly category: string;
  /** Line of the source, from 1, as CPython numbers it; 0 where neither side gives one. */
  readonly line: number;
  readonly sourceLine: string;
  /** Both sides and the source around, for people. */
  readonly detail: string;
}

/** A difference at a line of the source; `said` is what each side says. */
export function differenceAt(category: string, line: number, source: string, said: readonly string[]): Difference {
  const lines = source.split(/\r\n|\r|\n/);
  const detail = [...said];
  for (let at = Math.max(1, line - 1); at <= Math.min(lines.length, line + 1); at++) {
    detail.push(`${String(at).padStart(7)} | ${(lines[at - 1] as string).slice(0, 160)}`);
  }
  return { category, line, sourceLine: lines[line - 1] ?? '', detail: detail.join('\n') };
}

/**
 * One difference of each category, in order. Where both texts have a node of the same kind the search goes on behind it,
 * so that a frequent cause does not hide the others; a node of another kind ends it.
 */
export function findDifferences(heed: string, cpython: string, source: string): Difference[] {
  const ours = heed.split('\n');
  const theirs = cpython.split('\n');
  const byCategory = new Map<string, Difference>();
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const our = ours[at] ?? '(end)';
    const their = theirs[at] ?? '(end)';
    if (our === their) continue;
    const category = categoryOf(our, their);
    if (!byCategory.has(category)) {
      const line = lineOf(their) || lineOf(our);
      const before = theirs.slice(Math.max(0, at - 3), at).map((each) => `      ${each}`);
      const said = [...before, `heed    ${our}`, `CPython ${their}`];
      byCategory.set(category, differenceAt(category, line, source, said));
    }
    if (kindOf(our) !== kindOf(their) || countsOf(our) !== countsOf(their)) break;
  }
  return [...byCategory.values()];
}

function categoryOf(our: string, their: string): string {
  const [ourKind = '', ...ourFields] = fieldsOf(our);
  const [theirKind = '', ...theirFields] = fieldsOf(their);
  if (ourKind !== theirKind) return `${theirKind} read as ${ourKind}`;
  const differing = theirFields.flatMap((field, index) => {
    const other = ourFields[index] ?? '';
    if (field === other) return [];
    if (!/^\d+:\d+-/.test(field)) return [field.split('=')[0]];
    const [start, end] = field.split('-');
    const [otherStart, otherEnd] = other.split('-');
    return [...(start === otherStart ? [] : ['start']), ...(end === otherEnd ? [] : ['end'])];
  });
  return `${theirKind}: ${differing.join(', ')}`;
}

/** Quoted texts may hold spaces; everything else is parted by them. */
function fieldsOf(line: string): string[] {
  return line.match(/(?:"(?:[^"\\]|\\.)*"|[^ "])+/g) ?? [];
}

function kindOf(line: string): string {
  return line.split(' ', 1)[0] as string;
}

/** The header fields that say how many children follow. */
function countsOf(line: string): string {
  return (line.match(/ \w+=\d+(?= |$)/g) ?? []).join('');
}

function lineOf(line: string): number {
  return Number(/^\S+ (\d+):/.exec(line)?.[1] ?? 0);
}
