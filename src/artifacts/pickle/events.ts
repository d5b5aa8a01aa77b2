// Judges what a program does, event by event: what it names, calls, and writes to. An event is harmless when the allow-list
// says so, arguments and all; it is dangerous when harm is shown; all else is told as unknown.

import type { Draft, Weight } from '../artifact.ts';
import { type Entry, entryOf } from './allowed/index.ts';
import { attributesIn, type Contract } from './contracts.ts';
import { callText, expressionOf } from './expressions.ts';
import { type Facts, mappedName, type Name, rawName, toName } from './facts.ts';
import { type Gadget, gadgetOf } from './gadgets.ts';
import type { CallValue, Event, GlobalValue, Value } from './program.ts';
import { toPython3 } from './python2-names.ts';

type Parameters = Readonly<Record<string, string | number>>;

/** Attributes that are planted so that something calls them while the pickle is loaded. */
const plantable = new Set([
  '__setstate__',
  '__reduce__',
  '__reduce_ex__',
  '__class__',
  '__dict__',
  'append',
  'extend',
  'add',
]);

export class EventJudge {
  readonly #facts: Facts;
  readonly #draft: Draft;
  readonly #trusted: ReadonlySet<string>;
  readonly #told = new Set<string>();
  /** gadgets that are named; those that are called are told as calls */
  readonly #gadgets = new Map<Value, { readonly name: Name; readonly gadget: Gadget; readonly offset: number }>();
  readonly #called = new Set<Value>();
  #changed = false;
  /** whether there is any event that is not shown to be harmless */
  isHarmless = true;

  constructor(facts: Facts, draft: Draft, trusted: ReadonlySet<string>) {
    this.#facts = facts;
    this.#draft = draft;
    this.#trusted = trusted;
  }

  judge(events: readonly Event[]): void {
    for (const event of events) {
      this.#facts.budget.spend();
      this.#judgeEvent(event);
    }
    for (const [value, { name, gadget, offset }] of this.#gadgets) {
      if (this.#called.has(value)) continue;
      this.#tell('names-gadget', 'dangerous', offset, { name: name.full, does: gadget.does });
    }
  }

  #judgeEvent(event: Event) {
    switch (event.kind) {
      case 'import':
        return this.#import(event.global, event.offset);
      case 'call':
        return this.#call(event.call);
      case 'build':
        return this.#build(event.target, event.state, event.offset);
      case 'set-item':
        return this.#setItem(event.target, event.key, event.value, event.offset);
      case 'append':
        return this.#put(event.target, event.items, 'extend', event.offset);
      case 'add':
        return this.#put(event.target, [event.item], 'add', event.offset);
      case 'hash':
        return this.#hash(event.key, event.offset);
      case 'view':
      case 'iterate':
        return this.#goThrough(event.target, event.offset);
      case 'extension':
        return this.#tell('extension-code', 'unknown', event.offset, { code: event.extension.code });
      case 'persistent':
        if (this.#facts.isStorage(event.persistent)) return;
        return this.#tell('persistent-id', 'unknown', event.offset, {
          id: expressionOf(event.persistent.id, this.#facts),
        });
      case 'discard':
        return;
    }
  }

  #tell(id: string, weight: Weight, offset: number, parameters: Parameters) {
    if (weight !== 'note') this.isHarmless = false;
    this.#draft.concern(`pickle:${id}`, weight, { start: offset, end: offset + 1 }, parameters);
  }

  /** A name is told once, however often it is looked up. */
  #tellOnce(key: string, ...told: readonly [id: string, weight: Weight, offset: number, parameters: Parameters]) {
    this.isHarmless = false;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#tell(...told);
  }

  #isTrusted(name: Name): boolean {
    return !this.#changed && this.#trusted.has(name.full);
  }

  #entryOf(name: Name): Entry | undefined {
    return this.#changed ? undefined : entryOf(name);
  }

  #import(global: GlobalValue, offset: number) {
    const name = mappedName(global);
    const raw = rawName(global);
    if (name === undefined || raw === undefined) {
      const [module, attribute] = global.operands ?? [];
      const text = [module, attribute].map((each) => (each === undefined ? '?' : expressionOf(each, this.#facts)));
      return this.#tell('computed-name', 'dangerous', offset, { name: text.join(', ') });
    }
    this.#draft.lookUp(name.full);
    this.#name(global, name, raw, offset);
  }

  /** A name that is looked up, by an import or by `getattr`. */
  #name(value: Value, name: Name, raw: Name, offset: number) {
    if (this.#isTrusted(name)) return;
    // What Python 2 and loaders that do not translate names look up is judged as well.
    const [module, first] = toPython3(raw.module, raw.path[0] ?? '');
    const others = raw.full === name.full ? [toName(module, [first, ...raw.path.slice(1)])] : [raw];
    const entry = this.#entryOf(name);
    const gadget = (entry === undefined ? gadgetOf(name.module, name.path) : undefined) ?? this.#harmIn(others, name);
    if (gadget !== undefined && !gadget.isOrdinary) {
      this.isHarmless = false;
      this.#gadgets.set(value, { name, gadget, offset });
    } else if (gadget?.harm === 'makes-code') {
      this.#tellOnce('embedded-code', 'embedded-code', 'unknown', offset, { name: name.full });
    } else if (entry === undefined) {
      this.#tellOnce(name.full, 'unlisted-name', 'unknown', offset, { name: name.full });
    }
  }

  #harmIn(names: readonly Name[], known: Name): Gadget | undefined {
    for (const name of names) {
      if (name.full === known.full || entryOf(name) !== undefined) continue;
      const gadget = gadgetOf(name.module, name.path);
      if (gadget !== undefined && !gadget.isOrdinary) return gadget;
    }
    return undefined;
  }

  #call(call: CallValue) {
    const folded = this.#facts.nameOf(call);
    if (folded !== undefined && this.#facts.nameOf(call.target)?.full !== 'builtins.type') {
      return this.#name(call, folded, folded, call.offset);
    }
    const name = this.#facts.nameOf(call.target);
    if (name === undefined) return this.#callOfValue(call);
    const text = () => callText(call, this.#facts);
    const known = this.#gadgets.get(call.target);
    if (known !== undefined) {
      this.#called.add(call.target);
      return this.#tell('calls-gadget', 'dangerous', call.offset, { call: text(), does: known.gadget.does });
    }
    if (this.#isTrusted(name)) return;
    const entry = this.#entryOf(name);
    if (entry === undefined) {
      if (name.full === 'builtins.setattr' || name.full === 'builtins.delattr') this.#setAttribute(call);
      return;
    }
    const contract = contractOf(entry, call);
    if (entry.name === 'builtins.getattr') {
      return this.#tell('unlisted-call', 'unknown', call.offset, { call: text(), why: 'of which object is not known' });
    }
    if (contract === undefined) {
      const says = 'it is only known to be harmless where it is not called';
      return this.#tell('unlisted-call', 'unknown', call.offset, { call: text(), why: says });
    }
    if (!contract.holds(call.args, this.#facts)) {
      const says = `it is only known to be harmless with ${contract.says}`;
      return this.#tell('unlisted-call', 'unknown', call.offset, { call: text(), why: says });
    }
    if (call.kwargs !== undefined && !(entry.keywords ?? noKeywords).holds(call.kwargs, this.#facts)) {
      return this.#tell('unlisted-call', 'unknown', call.offset, { call: text(), why: 'of its named arguments' });
    }
    this.#checkMade(entry, call);
  }

  /** What is made of a class that was handed over has to be makable itself. */
  #checkMade(entry: Entry, call: CallValue) {
    if (typeof entry.gives !== 'number') return;
    const made = this.#facts.classOf(call);
    if (made === undefined || this.#trusted.has(made)) return;
    const its = entryOf(toName(made, []));
    if (its === undefined || its.make !== undefined || its.state !== undefined) return;
    const why = `objects of ${made} are not known to be harmless when they are made so`;
    this.#tell('unlisted-call', 'unknown', call.offset, { call: callText(call, this.#facts), why });
  }

  /** A call of what is no name: the result of another call, most of the time. */
  #callOfValue(call: CallValue) {
    const { target } = call;
    const text = callText(call, this.#facts);
    if (target.kind === 'global') return;
    if (target.kind !== 'call') {
      if (target.kind === 'persistent' || target.kind === 'extension') {
        this.#tell('unlisted-call', 'unknown', call.offset, { call: text, why: 'what it calls comes from the loader' });
      }
      return;
    }
    if (this.#facts.madeOfCode.has(target)) {
      if (call.opcode === 'NEWOBJ' || call.opcode === 'NEWOBJ_EX') {
        return this.#tellOnce('embedded-code', 'embedded-code', 'unknown', call.offset, { name: text });
      }
      return this.#tell('runs-embedded-code', 'dangerous', call.offset, { call: text });
    }
    const maker = this.#facts.nameOf(target.target);
    const gadget = maker === undefined || entryOf(maker) !== undefined ? undefined : gadgetOf(maker.module, maker.path);
    if (gadget !== undefined) {
      return this.#tell('calls-result', 'dangerous', call.offset, { call: text, maker: maker?.full ?? '' });
    }
    this.#tell('unlisted-call', 'unknown', call.offset, {
      call: text,
      why: `what it calls is the result of ${expressionOf(target.target, this.#facts)}`,
    });
  }

  #setAttribute(call: CallValue) {
    const [object] = call.args.kind === 'tuple' ? call.args.items : [];
    if (object !== undefined && this.#facts.nameOf(object) !== undefined)
      this.#change(call.offset, object, 'sets an attribute of');
  }

  #change(offset: number, target: Value, how: string) {
    this.#tell('changes-program', 'dangerous', offset, { how, name: expressionOf(target, this.#facts) });
    this.#changed = true;
  }

  #build(target: Value, state: Value, offset: number) {
    if (this.#facts.nameOf(target) !== undefined) return this.#change(offset, target, 'sets attributes of');
    if (target.kind === 'persistent' || target.kind === 'extension') {
      return this.#tell('unlisted-state', 'unknown', offset, {
        name: expressionOf(target, this.#facts),
        why: 'what it is comes from the loader',
      });
    }
    if (target.kind !== 'call') return;
    const planted = this.#planted(state);
    if (planted !== undefined) return this.#tell('plants-method', 'dangerous', offset, { name: planted });
    const made = this.#facts.classOf(target);
    if (made === undefined || (!this.#changed && this.#trusted.has(made))) return;
    const entry = this.#entryOf(toName(made, []));
    if (entry === undefined) return;
    if (entry.misuse?.[0].holds(state, this.#facts)) {
      return this.#tell('state-runs-code', 'dangerous', offset, { name: made, does: entry.misuse[1] });
    }
    if (entry.state?.holds(state, this.#facts)) return;
    const why =
      entry.state === undefined ? (entry.stateWhy ?? 'no state is known for it') : `it should be ${entry.state.says}`;
    this.#tell('unlisted-state', 'unknown', offset, { name: made, why });
  }

  /** The name of an attribute that stands for a method, with something in it that could be called. */
  #planted(state: Value): string | undefined {
    const halves = state.kind === 'tuple' ? state.items.slice(0, 2) : [state];
    for (const half of halves) {
      for (const [name, value] of attributesIn(half, this.#facts) ?? []) {
        if (plantable.has(name) && (value.kind === 'call' || value.kind === 'global')) return name;
      }
    }
    return undefined;
  }

  #setItem(target: Value, key: Value, value: Value, offset: number) {
    if (this.#facts.nameOf(target) !== undefined) return this.#change(offset, target, 'puts an item into');
    if (target.kind !== 'call' && target.kind !== 'persistent' && target.kind !== 'extension') return;
    const made = this.#facts.classOf(target);
    const entry = made === undefined ? undefined : this.#entryOf(toName(made, []));
    if (made !== undefined && this.#trusted.has(made)) return;
    if (entry?.entries?.[0].holds(key, this.#facts) && entry.entries[1].holds(value, this.#facts)) return;
    this.#write(target, '__setitem__', offset);
  }

  #put(target: Value, items: readonly Value[], method: string, offset: number) {
    if (this.#facts.nameOf(target) !== undefined) return this.#change(offset, target, `calls ${method} of`);
    if (target.kind !== 'call' && target.kind !== 'persistent' && target.kind !== 'extension') return;
    const made = this.#facts.classOf(target);
    const entry = made === undefined ? undefined : this.#entryOf(toName(made, []));
    if (made !== undefined && this.#trusted.has(made)) return;
    const { item } = entry ?? {};
    if (item !== undefined && items.every((each) => item.holds(each, this.#facts))) return;
    this.#write(target, method, offset);
  }

  /** A method of an object is called that the allow-list says nothing of. */
  #write(target: Value, method: string, offset: number) {
    const name =
      (target.kind === 'call' ? this.#facts.classOf(target) : undefined) ?? expressionOf(target, this.#facts);
    this.#tell('unlisted-write', 'unknown', offset, { name, method });
  }

  #hash(key: Value, offset: number) {
    const waiting: Value[] = [key];
    const seen = new Set<Value>();
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      this.#facts.budget.spend();
      if (seen.has(each)) continue;
      seen.add(each);
      if (each.kind === 'tuple' || each.kind === 'frozenset') waiting.push(...each.items);
      if (each.kind !== 'call' || this.#facts.nameOf(each) !== undefined) continue;
      const made = this.#facts.classOf(each);
      // Of what is not on the list, the name has been told already.
      if (made === undefined || this.#trusted.has(made) || this.#entryOf(toName(made, []))?.isHashable !== false)
        continue;
      this.#tellOnce(`hash ${made}`, 'unlisted-write', 'unknown', offset, { name: made, method: '__hash__' });
    }
  }

  #goThrough(target: Value, offset: number) {
    if (target.kind !== 'call' && target.kind !== 'persistent' && target.kind !== 'extension') return;
    this.#write(target, '__iter__', offset);
  }
}

const noKeywords: Contract = { says: 'nothing', holds: (value) => value.kind === 'dict' && value.entries.length === 0 };

/** What the arguments of a call of this kind have to be. */
function contractOf(entry: Entry, call: CallValue): Contract | undefined {
  switch (call.opcode) {
    case 'NEWOBJ':
    case 'NEWOBJ_EX':
      return entry.make;
    case 'REDUCE':
      return entry.isEnumeration ? member : entry.call;
    // Without arguments, old loaders make the object by `__new__` alone.
    case 'OBJ':
    case 'INST':
      return entry.call ?? entry.make;
  }
}

const member: Contract = {
  says: 'the value of a member',
  holds: (args) =>
    args.kind === 'tuple' &&
    args.items.length === 1 &&
    ['none', 'bool', 'int', 'text', 'eight-bit'].includes((args.items[0] as Value).kind),
};
