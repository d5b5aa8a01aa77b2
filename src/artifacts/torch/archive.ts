// Zip archives that PyTorch loads (torch/serialization.py, caffe2/serialize/inline_container.cc): their pickles are members
// like others, and are opened as such. What is told here is what only PyTorch's way of looking members up makes a hazard.

import type { Span } from '../../core/index.ts';
import type { Draft } from '../artifact.ts';

export interface NamedMember {
  readonly name: string;
  readonly span: Span;
}

/** Members in the order of the directory: PyTorch takes the folder of the first for that of all. */
export function judgeTorchArchive(members: readonly NamedMember[], draft: Draft): void {
  tellHandlers(members, draft);
  // PyTorch refuses archives without one.
  if (!members.some(({ name }) => /^[^/]*\/(\.data\/)?version$/i.test(name))) return;
  const folders = new Set(members.flatMap(({ name }) => folderOfRecord(name) ?? []));
  if (folders.size === 0) return;
  const first = (members[0] as NamedMember).name;
  const root = first.slice(0, Math.max(first.indexOf('/'), 0));
  draft.detail('PyTorch', `records in ${root}/`);
  for (const folder of folders) {
    const record = members.find(({ name }) => folderOfRecord(name) === folder) as NamedMember;
    if (folder !== root) draft.concern('torch:other-folder', 'dangerous', record.span, { name: record.name, root });
  }
  // Records are found whatever the case of their letters; other readers see two members, or the other one.
  const byName = new Map<string, NamedMember>();
  for (const member of members) {
    const other = byName.get(member.name.toLowerCase());
    if (other === undefined) byName.set(member.name.toLowerCase(), member);
    else if (isPickle(member.name)) {
      draft.concern('torch:record-twice', 'dangerous', member.span, { name: member.name, other: other.name });
    }
  }
  const script = members.find(({ name }) => /^[^/]*\/code\/.*\.py$/i.test(name));
  if (script !== undefined) draft.concern('torch:script-code', 'unknown', script.span, { name: script.name });
}

/** The folder whose record this is, if it is the one that holds the model and the archive is one of PyTorch. */
function folderOfRecord(name: string): string | undefined {
  return /^([^/]*)\/(data|constants)\.pkl$/i.exec(name)?.[1];
}

const isPickle = (name: string) => /\.pkl$/i.test(name);

/** Archives of TorchServe bring the Python code that serves the model. */
function tellHandlers(members: readonly NamedMember[], draft: Draft): void {
  if (!members.some(({ name }) => /^MAR-INF\/MANIFEST\.json$/i.test(name))) return;
  for (const { name, span } of members) {
    if (/\.(py|sh)$/i.test(name)) draft.concern('torch:handler-code', 'unknown', span, { name });
  }
}
