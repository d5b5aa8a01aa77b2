// Builtin functions and types: running code, opening files, asking the user, and conversions that leave no room for
// hostile text.

import type { CleanedUse } from '../concepts.ts';
import { cleaner, concept, everyCall, everySource, opaque, type Row, under } from '../model.ts';

/** A number has no characters that any of these uses could trip over. */
export const everyUse: readonly CleanedUse[] = [
  'code',
  'shell',
  'argument',
  'path-traversal',
  'markup',
  'header',
  'sql',
  'url',
  'regex',
  'format',
];

export const builtins = (): readonly Row[] => [
  concept('builtins.eval', 'code-execute', 'source', 0),
  concept('builtins.exec', 'code-execute', 'source', 0),
  concept('builtins.execfile', 'code-execute', 'filename', 0),
  concept('builtins.compile', 'code-compile', 'source', 0),
  concept('builtins.__import__', 'import-by-name', 'name', 0),
  concept('builtins.breakpoint', 'debug-console'),
  concept('builtins.open', 'path-open', 'file', 0),
  concept('builtins.file', 'path-open', 'name', 0),
  ...everyCall('hex-decode', ['builtins.bytes.fromhex', 'builtins.bytearray.fromhex'], 'string', 0),
  // the format string is the object that the method is called on
  ...everyCall('format-text', under('builtins.str', 'format format_map')),
  concept('builtins.hash', 'checksum', 'obj', 0),
  ...everyCall('guessable-value', ['builtins.id', 'builtins.hash']),

  ...everySource('argument', ['builtins.input', 'builtins.raw_input'], 'what the user types'),
  ...everySource('file', ['builtins.open', 'builtins.file'], 'the contents of a file'),

  ...under('builtins', 'int float complex bool').map((name) => cleaner(name, ...everyUse)),
  ...under('builtins', 'ascii repr').map((name) => cleaner(name, 'header')),
  // places and numbers of places
  ...['builtins.str', 'builtins.bytes'].flatMap((owner) =>
    under(owner, 'find rfind index rindex count').flatMap((name) => [cleaner(name, ...everyUse), opaque(name)]),
  ),
  ...under('builtins', 'len bool isinstance issubclass hash id callable hasattr type all any').map(opaque),
];
