// Compose files: services with their command, user, variables, and what is mounted into them.

import { isShared } from './exposure.ts';
import { environmentOf } from './pipelines.ts';
import { type Place, placeNamed } from './place.ts';
import { readScript, readWords } from './script.ts';
import type { Draft } from './start-file.ts';
import { literalWord } from './word.ts';
import { entriesOf, entryOf, itemsOf, textOf, type YamlNode } from './yaml-tree.ts';

export function readCompose(draft: Draft, root: YamlNode): void {
  for (const { key, value: service } of entriesOf(entryOf(root, 'services'))) readService(draft, key, service);
}

function readService(draft: Draft, name: string, service: YamlNode): void {
  const written = textOf(entryOf(service, 'working_dir'));
  // Without one, the image's own, which another file says.
  const directory: Place = written === undefined ? { kind: 'unknown' } : placeNamed(written, { kind: 'unknown' });
  const user = textOf(entryOf(service, 'user'))?.split(':')[0];
  const circumstances = { starter: 'image' as const, user: user === '0' ? 'root' : user, part: name };
  const environment = environmentOf(draft, entryOf(service, 'environment'), new Map(), directory, circumstances);
  for (const volume of itemsOf(entryOf(service, 'volumes'))) readVolume(draft, volume);
  const commands = [
    entryOf(service, 'command'),
    entryOf(service, 'entrypoint'),
    ...healthCheck(entryOf(service, 'healthcheck', 'test')),
  ];
  for (const command of commands) {
    if (command?.kind === 'text') readScript(draft, command.text, { directory, environment }, circumstances);
    if (command?.kind !== 'list') continue;
    const words = command.items.flatMap((item) => (item.kind === 'text' ? [literalWord(item.text, item.span)] : []));
    readWords(draft, words, { directory, environment }, circumstances);
  }
  for (const item of itemsOf(entryOf(service, 'cap_add'))) {
    if (!/^(?:CAP_)?(?:SYS_PTRACE|ALL)$/.test(textOf(item) ?? '')) continue;
    draft.hardening.push({ span: item.span, kind: 'opens', text: textOf(item) ?? '', part: name });
  }
  for (const key of ['cap_drop', 'read_only', 'security_opt']) {
    const node = entryOf(service, key);
    if (node !== undefined) draft.hardening.push({ span: node.span, kind: 'closes', text: key, part: name });
  }
}

/** `["CMD", "python", …]`, `["CMD-SHELL", "python …"]`, or text for a shell. */
function healthCheck(test: YamlNode | undefined): readonly (YamlNode | undefined)[] {
  if (test?.kind !== 'list') return [test];
  const [first, ...rest] = test.items;
  if (textOf(first) === 'CMD-SHELL') return rest;
  return textOf(first) === 'CMD' ? [{ ...test, items: rest }] : [];
}

/** `/tmp:/tmp`: what everyone on the host can write is in the container. */
function readVolume(draft: Draft, volume: YamlNode): void {
  const short = textOf(volume)?.split(':');
  const source = short?.[0] ?? textOf(entryOf(volume, 'source'));
  const target = short?.[1] ?? textOf(entryOf(volume, 'target'));
  if (source === undefined || target === undefined || !isShared(source)) return;
  draft.open.push({ place: placeNamed(target, { kind: 'unknown' }), isTree: true, to: 'mounted', span: volume.span });
}
