// The notation in which signatures are written, both in the generated table and in hand-written rows: Python's own,
// without annotations and with `=` for "has a default": `path, /, mode=, *, encoding=, **rest`.

import type { LibraryParameter } from './library.ts';

export function readSignature(text: string): readonly LibraryParameter[] {
  const parameters: LibraryParameter[] = [];
  let role: LibraryParameter['role'] = 'ordinary';
  for (const part of text.split(',')) {
    const item = part.trim();
    if (item === '') continue;
    if (item === '/') {
      for (let index = 0; index < parameters.length; index++) {
        const before = parameters[index] as LibraryParameter;
        if (before.role === 'ordinary') parameters[index] = { ...before, role: 'positional-only' };
      }
    } else if (item.startsWith('**')) {
      parameters.push({ name: item.slice(2), role: 'keyword-variadic', hasDefault: false });
    } else if (item.startsWith('*')) {
      if (item.length > 1) parameters.push({ name: item.slice(1), role: 'variadic', hasDefault: false });
      role = 'keyword-only';
    } else {
      const hasDefault = item.endsWith('=');
      parameters.push({ name: hasDefault ? item.slice(0, -1) : item, role, hasDefault });
    }
  }
  return parameters;
}
