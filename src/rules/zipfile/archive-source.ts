// Where the archive comes from that a call reads, and whether the sizes in it were looked at before. Shared by the
// considerations about zip archives, which must agree on it.

import type { CallSite, Origin, ValueView } from '../../rulekit/index.ts';

/** The origin of the file that was opened, rather than of what a ZipFile gives. */
export function originOfArchive(archive: ValueView): Origin {
  const opened = archive.callTo('zipfile.ZipFile', 'zipfile.PyZipFile', 'zipfile.Path');
  return (opened?.argument('file', 0) ?? archive).origin();
}

/** Opened to write: what is in it is the program’s own. */
export function isWritten(archive: ValueView): boolean {
  const mode = archive.callTo('zipfile.ZipFile', 'zipfile.PyZipFile')?.argument('mode', 1).string();
  return mode !== undefined && /^[wx]/.test(mode);
}

const sizes = ['zipfile.ZipInfo.file_size', 'zipfile.ZipInfo.compress_size'];

/** A comparison with declared sizes or a count of bytes stands before the call, in the same function. */
export function hasSizeCheck(call: CallSite): boolean {
  const comparisons = call.enclosingFunction()?.comparisons() ?? [];
  return comparisons.some(
    (each) =>
      each.span.start < call.span.start &&
      /^(Lt|LtE|Gt|GtE)$/.test(each.operator) &&
      [each.left, each.right].some((side) => side.isDerivedFrom(...sizes) || side.partNames().includes('file_size')),
  );
}

const names = ['zipfile.ZipInfo.filename', 'zipfile.ZipFile.namelist', 'zipfile.ZipInfo.orig_filename'];

/** Names of members go through a test before the call that can refuse more than a few: a pattern, a length, a list. */
export function hasNameCheck(call: CallSite): boolean {
  const owner = call.enclosingFunction();
  if (owner === undefined) return false;
  const isBefore = (each: { readonly span: { readonly start: number } }) => each.span.start < call.span.start;
  const isName = (value: ValueView) => value.isDerivedFrom(...names);
  const matches = owner.calls('concept:regex-fullmatch', 'pathlib.PurePath.is_reserved', 'os.path.isreserved');
  return (
    matches.some(
      (each) => isBefore(each) && [...each.positional, each.receiver()].some((value) => value && isName(value)),
    ) ||
    owner
      .comparisons()
      .some(
        (each) =>
          isBefore(each) &&
          ((/^(In|NotIn)$/.test(each.operator) && isName(each.left) && each.right.items() !== undefined) ||
            (/^(Lt|LtE|Gt|GtE)$/.test(each.operator) &&
              [each.left, each.right].some((side) => side.callTo('builtins.len')?.positional.some(isName)))),
      )
  );
}
