// A program as Python-like text: one line an event, in the order in which they happen, for `heed inspect`.

import type { Draft } from '../artifact.ts';
import { callText, expressionOf, hex, type Style } from './expressions.ts';
import { type Facts, mappedName } from './facts.ts';
import type { Event, Program, Value } from './program.ts';

/** Letters of one expression. */
const MAX_EXPRESSION = 4096;

/** Values that are written out, in all lines together. */
const MAX_NODES = 10_000;

export function listProgram(program: Program, facts: Facts, draft: Draft): void {
  const names = namesIn(program);
  let nodes = 0;
  const style: Style = {
    limit: MAX_EXPRESSION,
    nameFor: (value) => {
      nodes++;
      return nodes > MAX_NODES ? '…' : names.get(value);
    },
  };
  for (const event of program.events) draft.line(() => lineOf(event, facts, names, style));
  draft.line(() => {
    if (program.ending !== 'stop') return `# ends here: ${program.why}  # @${hex(program.end)}`;
    return program.result === undefined ? '# leaves nothing' : `result = ${expressionOf(program.result, facts, style)}`;
  });
}

/** What calls give, by the order of the calls. */
function namesIn(program: Program): ReadonlyMap<Value, string> {
  const names = new Map<Value, string>();
  for (const event of program.events) {
    if (event.kind === 'call') names.set(event.call, `_v${names.size}`);
    if (event.kind === 'persistent') names.set(event.persistent, `_v${names.size}`);
  }
  return names;
}

function lineOf(event: Event, facts: Facts, names: ReadonlyMap<Value, string>, style: Style): string {
  const text = (value: Value) => expressionOf(value, facts, style);
  const at = `  # @${hex(event.offset)}`;
  switch (event.kind) {
    case 'import': {
      const { operands, opcode, protocol } = event.global;
      const name = mappedName(event.global);
      const how = `${at} ${opcode}${opcode === 'STACK_GLOBAL' ? '' : `, protocol ${protocol}`}`;
      if (name === undefined) return `import_name(${operands?.map(text).join(', ') ?? '?'})${how}`;
      return `from ${name.module} import ${name.path.join('.')}${how}`;
    }
    case 'call': {
      const { call } = event;
      const said = facts.nameOf(call);
      const made = callText(call, facts, {
        ...style,
        nameFor: (value) => (value === call ? undefined : style.nameFor?.(value)),
      });
      return `${names.get(call)} = ${made}${at} ${call.opcode}${said === undefined ? '' : `: ${said.full}`}`;
    }
    case 'build':
      return `${text(event.target)}.__setstate__(${text(event.state)})${at}`;
    case 'set-item':
      return `${text(event.target)}[${text(event.key)}] = ${text(event.value)}${at}`;
    case 'append':
      return `${text(event.target)}.extend([${event.items.slice(0, 12).map(text).join(', ')}${event.items.length > 12 ? ', …' : ''}])${at}`;
    case 'add':
      return `${text(event.target)}.add(${text(event.item)})${at}`;
    case 'persistent':
      return `${names.get(event.persistent)} = persistent_load(${text(event.persistent.id)})${at}`;
    case 'extension':
      return `copyreg._inverted_registry[${event.extension.code}]${at}`;
    case 'hash':
      return `hash(${text(event.key)})${at}`;
    case 'view':
      return `memoryview(${text(event.target)})${at}`;
    case 'iterate':
      return `iter(${text(event.target)})${at}`;
    case 'discard':
      return `del ${names.get(event.call) ?? '…'}${at}`;
  }
}
