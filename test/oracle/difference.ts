// Says where two canonical texts part, and files the difference under a category, so that thousands of unequal files
// become a short list of causes.

export interface Difference {
  readonly category: string;
  /** Line of the source, from 1, as CPython numbers it; 0 where neither side gives one. */
  readonly line: number;
  readonly detail: string;
}

export function findDifference(heed: string, cpython: string, source: string): Difference {
  const ours = heed.split('\n');
  const theirs = cpython.split('\n');
  let at = 0;
  while (at < ours.length && at < theirs.length && ours[at] === theirs[at]) at++;
  const our = ours[at] ?? '(end)';
  const their = theirs[at] ?? '(end)';
  const line = lineOf(their) || lineOf(our);
  const before = theirs.slice(Math.max(0, at - 3), at).map((each) => `      ${each}`);
  const detail = [...before, `heed    ${our}`, `CPython ${their}`, ...excerpt(source, line)].join('\n');
  return { category: categoryOf(our, their), line, detail };
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

function lineOf(line: string): number {
  return Number(/^\S+ (\d+):/.exec(line)?.[1] ?? 0);
}

export function excerpt(source: string, line: number): string[] {
  const lines = source.split(/\r\n|\r|\n/);
  const shown: string[] = [];
  for (let at = Math.max(1, line - 1); at <= Math.min(lines.length, line + 1); at++) {
    shown.push(`${String(at).padStart(7)} | ${(lines[at - 1] as string).slice(0, 160)}`);
  }
  return shown;
}
