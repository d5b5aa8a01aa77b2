// Streams of opcodes: made by a grammar that knows what is on the stack, with faults strewn in, and by mutating these and
// real pickles.

import { type Opcode, opcodes } from '../../../src/artifacts/pickle/opcodes.ts';
import { randomNumbers } from '../random.ts';

const byName = new Map(opcodes.map((each) => [each.name, each]));
const names = ['os', 'sys', 'collections', '__builtin__', 'copy_reg', 'a.b', 'é', 'm'];
const attributes = ['system', 'OrderedDict', 'a.b.c', 'list', '_reconstructor', 'ü', 'x'];
const words = ['', 'a', 'key', 'os', 'system', 'a.b', 'é', '\ud800', '𝄞', 'x'.repeat(300), 'line\n', "it's"];
const integers = ['0', '1', '00', '01', '-1', '42', '9007199254740993', '-99999999999999999999'];
const oddIntegers = [
  '0x10',
  '0X_f',
  '0o17',
  '0b101',
  '010',
  '08',
  '1_000',
  '1__0',
  '_1',
  '+1',
  ' 1',
  '1 ',
  '\t5',
  '-0',
  '--1',
  '+0',
  '00 ',
  '001',
  '1\0',
  '1\0zz',
  '\0',
  '0\0',
  '01\0',
  '\0a',
  '',
  ' ',
  'L',
  '5L',
  '5LL',
  '0x1fL',
  '1\r',
  '0x',
  '-',
  'a',
  '1.0',
  '٣',
]; // prettier-ignore
const floats = ['1.0', '-2.5', '1e5', 'inf', '-inf', 'nan', '0.1', '5'];
const oddFloats = [
  '1e999',
  '-1e999',
  ' 1.0',
  '1.0 ',
  '1_0.5',
  '1.0\0',
  '\0',
  '',
  '.',
  '1.',
  '.5',
  '1e',
  '1e+5',
  'infinity',
  'INF',
  '0x1p3',
  '+1.5',
  '1..2',
  '- 1',
];
const strings = ["'abc'", '"abc"', "''", "'a\\x41'", "'\\n\\t\\\\'", "'\\101\\7'", "'\\q'"];
const oddStrings = ["'abc", 'abc', "'", '', "'\\x1'", "'a\\'", "'\\xe9'", "'\\400'", "'é'", '"\'', "'a' "];
const unicodes = ['abc', '', 'é', '\\u0041', '\\\\u0041', '\\U0001d11e', 'a\\', '\\x41'];
const oddUnicodes = ['\\u12', '\\U00110000', '\\ud800', '\\u'];

/** What a value is to the opcodes that take it. */
type Kind = 'constant' | 'tuple' | 'list' | 'dict' | 'set' | 'bytearray' | 'object';

const isHashable = (kind: Kind) => kind === 'constant' || kind === 'object' || kind === 'tuple';

export class Generator {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  /** One pickle, or a few behind one another. */
  stream(): Buffer {
    const parts = [this.#program()];
    while (this.#chance(0.25) && parts.length < 3) parts.push(this.#program());
    return Buffer.concat(parts);
  }

  /** More than a loader reads from a file at once, with frames that begin and end in it. */
  large(): Buffer {
    const padding = (size: number) =>
      Buffer.concat([this.#op('BINBYTES', integer(size, 4), Buffer.alloc(size, 'N')), this.#op('POP')]);
    const sizes = [this.#below(200), 8192 - this.#below(40), this.#below(20_000), 131_072 - this.#below(40)];
    const parts = [this.#op('PROTO', Buffer.of(4))];
    for (let count = 1 + this.#below(4); count > 0; count--) {
      const content = Buffer.concat([
        padding(this.#pick(sizes)),
        this.#import(),
        this.#op('POP'),
        padding(this.#below(50)),
      ]);
      const lie = this.#chance(0.5) ? 0 : this.#below(30) - 15;
      if (this.#chance(0.7)) parts.push(this.#op('FRAME', integer(Math.max(0, content.length + lie), 8)));
      parts.push(content);
    }
    return Buffer.concat([...parts, this.#program()]);
  }

  mutated(stream: Buffer, other: Buffer): Buffer {
    let bytes = Buffer.from(stream);
    for (let count = 1 + this.#below(3); count > 0; count--) {
      const at = this.#below(bytes.length + 1);
      const length = this.#below(6);
      switch (this.#below(8)) {
        case 0:
          if (bytes.length > 0) bytes[Math.min(at, bytes.length - 1)] = this.#below(256);
          break;
        case 1:
          if (bytes.length > 0) bytes[Math.min(at, bytes.length - 1)] = this.#pick(opcodes).code;
          break;
        case 2:
          bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + length)]);
          break;
        case 3:
          bytes = Buffer.concat([bytes.subarray(0, at), this.#anyOpcode(), bytes.subarray(at)]);
          break;
        case 4:
          bytes = Buffer.concat([bytes.subarray(0, at), other.subarray(this.#below(other.length + 1))]);
          break;
        case 5: {
          const from = this.#below(bytes.length + 1);
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            bytes.subarray(from, from + 2 + length * 4),
            bytes.subarray(at),
          ]);
          break;
        }
        case 6:
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            this.#op('FRAME', integer(this.#below(bytes.length + 20), 8)),
            bytes.subarray(at),
          ]);
          break;
        default:
          bytes = bytes.subarray(0, at);
      }
    }
    return bytes;
  }

  #program(): Buffer {
    const parts: Buffer[] = [];
    const protocol = this.#below(7) - 1;
    if (protocol >= 0) parts.push(this.#op('PROTO', Buffer.of(protocol)));
    const faults = this.#pick([0, 0, 0, 0.02, 0.1]);
    this.#oddness = this.#pick([0, 0, 0.05]);
    this.#marks = [];
    this.#stack = [];
    this.#memo = [];
    const size = 2 + this.#below(this.#pick([6, 20, 60]));
    for (let count = 0; count < size; count++) parts.push(this.#chance(faults) ? this.#anyOpcode() : this.#step());
    if (this.#above === 0) parts.push(this.#constant());
    if (!this.#chance(0.05)) parts.push(this.#op('STOP'));
    return this.#framed(parts);
  }

  // What lies on the stack and in the memo if all goes well, and how often something is done that does not fit.
  #stack: Kind[] = [];
  #marks: number[] = [];
  #memo: Kind[] = [];
  #oddness = 0;

  get #above(): number {
    return this.#stack.length - (this.#marks.at(-1) ?? 0);
  }

  #isOdd(): boolean {
    return this.#chance(this.#oddness);
  }

  /** Sets opcodes in frames, mostly as a writer does. */
  #framed(parts: readonly Buffer[]): Buffer {
    if (!this.#chance(0.3)) return Buffer.concat(parts);
    const out: Buffer[] = [];
    for (let at = 0; at < parts.length; ) {
      const count = 1 + this.#below(8);
      const content = Buffer.concat(parts.slice(at, at + count));
      const isFramed = this.#chance(0.7);
      const lie = this.#chance(0.15) ? this.#below(7) - 3 : 0;
      if (isFramed) out.push(this.#op('FRAME', integer(Math.max(0, content.length + lie), 8)));
      out.push(content);
      at += count;
    }
    return Buffer.concat(out);
  }

  #step(): Buffer {
    const choice = this.#below(100);
    if (choice < 22 || this.#above === 0) return this.#constant();
    if (choice < 30) return this.#empty();
    if (choice < 37) return this.#import();
    if (choice < 44) {
      this.#marks.push(this.#stack.length);
      return this.#op('MARK');
    }
    if (choice < 53 && this.#marks.length > 0) return this.#closing();
    if (choice < 60) return this.#remember();
    if (choice < 66 && this.#memo.length > 0) return this.#recall();
    if (choice < 68) return this.#pushes(this.#op('DUP'), this.#stack.at(-1));
    if (choice < 70) return this.#takes(1, undefined, 'POP');
    if (choice < 78) {
      const count = Math.min(1 + this.#below(3), this.#above);
      return this.#takes(count, 'tuple', `TUPLE${count}`);
    }
    if (choice < 87) return this.#called();
    if (choice < 93) return this.#changed();
    if (choice < 94) return this.#pushes(this.#op('EXT1', Buffer.of(this.#isOdd() ? 0 : 1 + this.#below(6))), 'object');
    if (choice < 95) return this.#takes(1, 'object', 'BINPERSID');
    if (choice < 96) return this.#pushes(this.#line('PERSID', this.#pick(['id', '', '7'])), 'object');
    if (choice < 98) return this.#op('PROTO', Buffer.of(this.#below(6)));
    if (choice < 99) return this.#pushes(this.#op('BYTEARRAY8', integer(2, 8), Buffer.from('ab')), 'bytearray');
    return this.#stack.at(-1) === 'bytearray' || this.#isOdd() ? this.#op('READONLY_BUFFER') : this.#constant();
  }

  #empty(): Buffer {
    return this.#pick([
      () => this.#pushes(this.#op('EMPTY_LIST'), 'list'),
      () => this.#pushes(this.#op('EMPTY_DICT'), 'dict'),
      () => this.#pushes(this.#op('EMPTY_SET'), 'set'),
      () => this.#pushes(this.#op('EMPTY_TUPLE'), 'tuple'),
    ])();
  }

  /** Something is put into what lies on top. */
  #changed(): Buffer {
    const target = this.#isOdd() ? this.#pick(['list', 'dict', 'object'] as const) : this.#stack.at(-1);
    const value = () => (this.#chance(0.3) ? this.#import() : this.#constant());
    switch (target) {
      case 'list':
        if (this.#chance(0.1))
          return Buffer.concat([this.#op('BININT1', Buffer.of(this.#below(2))), this.#op('NONE'), this.#op('SETITEM')]);
        return Buffer.concat([value(), this.#takes(1, undefined, 'APPEND')]);
      case 'dict': {
        const key = this.#chance(0.2) ? this.#compoundKey() : value();
        return Buffer.concat([key, value(), this.#takes(2, undefined, 'SETITEM')]);
      }
      case 'object':
        return this.#pick([
          () => Buffer.concat([value(), value(), this.#takes(2, undefined, 'SETITEM')]),
          () => Buffer.concat([value(), this.#takes(1, undefined, this.#pick(['APPEND', 'BUILD', 'BUILD']))]),
        ])();
      default:
        return this.#isOdd() ? Buffer.concat([this.#constant(), this.#takes(1, undefined, 'BUILD')]) : this.#import();
    }
  }

  /** A tuple with an object in it, and sometimes with what has no hash behind it. */
  #compoundKey(): Buffer {
    const second = this.#isOdd() ? this.#pushes(this.#op('EMPTY_LIST'), 'list') : this.#constant();
    const first = this.#import();
    return Buffer.concat([first, second, this.#takes(2, 'tuple', 'TUPLE2')]);
  }

  /** A call as writers make them, or of whatever lies there. */
  #called(): Buffer {
    if (this.#isOdd() && this.#above >= 2) return this.#takes(2, 'object', this.#pick(['REDUCE', 'NEWOBJ']));
    const target = this.#stack.at(-1) === 'object' ? Buffer.alloc(0) : this.#import();
    if (this.#chance(0.1)) {
      const keywords = this.#chance(0.5)
        ? [this.#sized('SHORT_BINUNICODE', 'k'), this.#op('NONE'), this.#op('SETITEM')]
        : [];
      this.#takes(1, 'object', 'NEWOBJ_EX');
      const args = [this.#op('EMPTY_TUPLE'), this.#op('EMPTY_DICT'), ...keywords, this.#op('NEWOBJ_EX')];
      return Buffer.concat([target, ...args]);
    }
    const args = this.#chance(0.4)
      ? this.#pushes(this.#op('EMPTY_TUPLE'), 'tuple')
      : Buffer.concat([this.#constant(), this.#op('TUPLE1')]);
    return Buffer.concat([target, args, this.#takes(2, 'object', this.#pick(['REDUCE', 'REDUCE', 'NEWOBJ']))]);
  }

  #closing(): Buffer {
    const mark = this.#marks.pop() as number;
    const items = this.#stack.splice(mark);
    const isEven = items.length % 2 === 0;
    const hasKeys = items.every((kind, at) => at % 2 === 1 || isHashable(kind));
    const target = this.#above > 0 ? this.#stack.at(-1) : undefined;
    const fitting: [string, Kind | undefined][] = [
      ['TUPLE', 'tuple'],
      ['LIST', 'list'],
      ['POP_MARK', undefined],
      ['INST', 'object'],
    ];
    if (items[0] === 'object') fitting.push(['OBJ', 'object'], ['OBJ', 'object']);
    if ((isEven && hasKeys) || this.#isOdd()) fitting.push(['DICT', 'dict']);
    if (items.every(isHashable) || this.#isOdd()) fitting.push(['FROZENSET', 'constant']);
    if (target === 'list' || target === 'object' || this.#isOdd())
      fitting.push(['APPENDS', undefined], ['APPENDS', undefined]);
    if (isEven && ((target === 'dict' && hasKeys) || target === 'object'))
      fitting.push(['SETITEMS', undefined], ['SETITEMS', undefined]);
    else if (this.#isOdd()) fitting.push(['SETITEMS', undefined]);
    if ((target === 'set' && items.every(isHashable)) || target === 'object') fitting.push(['ADDITEMS', undefined]);
    else if (this.#isOdd()) fitting.push(['ADDITEMS', undefined]);
    const [name, made] = this.#pick(fitting);
    if (made !== undefined) this.#stack.push(made);
    return name === 'INST' ? this.#lines('INST') : this.#op(name);
  }

  #remember(): Buffer {
    const index = this.#memo.length;
    this.#memo.push(this.#stack.at(-1) ?? 'constant');
    return this.#pick([
      () => this.#op('MEMOIZE'),
      () => this.#op('BINPUT', Buffer.of(index & 255)),
      () => this.#op('LONG_BINPUT', integer(index + (this.#isOdd() ? 300 : 0), 4)),
      () => this.#line('PUT', this.#isOdd() ? this.#pick(oddIntegers) : String(index)),
    ])();
  }

  #recall(): Buffer {
    const index = this.#below(this.#memo.length);
    return this.#pushes(
      this.#pick([
        () => this.#op('BINGET', Buffer.of(index & 255)),
        () => this.#op('LONG_BINGET', integer(index, 4)),
        () => this.#line('GET', this.#isOdd() ? this.#pick(oddIntegers) : String(index)),
      ])(),
      this.#memo[index],
    );
  }

  #import(): Buffer {
    if (this.#chance(0.5)) return this.#pushes(this.#lines('GLOBAL'), 'object');
    const module = this.#sized('SHORT_BINUNICODE', this.#pick(names));
    const name = this.#sized('SHORT_BINUNICODE', this.#pick(attributes));
    return this.#pushes(Buffer.concat([module, name, this.#op('STACK_GLOBAL')]), 'object');
  }

  #constant(): Buffer {
    const regular = !this.#isOdd();
    return this.#pushes(
      this.#pick([
        () => this.#op(this.#pick(['NONE', 'NEWTRUE', 'NEWFALSE'])),
        () => this.#line('INT', this.#pick(regular ? integers : oddIntegers)),
        () =>
          this.#line('LONG', regular ? `${this.#pick(integers).replace(/^0+(?=.)/, '')}L` : this.#pick(oddIntegers)),
        () => this.#line('FLOAT', this.#pick(regular ? floats : oddFloats)),
        () => this.#line('STRING', this.#pick(regular ? strings : oddStrings)),
        () => this.#line('UNICODE', this.#pick(regular ? unicodes : oddUnicodes)),
        () => this.#op('BININT', integer(this.#below(2 ** 32), 4)),
        () => this.#op('BININT1', Buffer.of(this.#below(256))),
        () => this.#op('BININT2', integer(this.#below(65536), 2)),
        () => this.#op('BINFLOAT', this.#bytes(8)),
        () => this.#op('LONG1', Buffer.of(3), this.#bytes(3)),
        () => this.#op('LONG4', integer(9, 4), this.#bytes(9)),
        () => this.#sized('SHORT_BINUNICODE', this.#pick(words.filter((each) => each.length < 100))),
        () => this.#sized('BINUNICODE', this.#pick(words)),
        () => this.#sized('BINUNICODE8', this.#pick(words)),
        () => this.#sized('SHORT_BINSTRING', this.#pick(['os', 'system', '', 'a'])),
        () => this.#sized('BINSTRING', regular ? 'old' : 'é'),
        () => this.#sized('SHORT_BINBYTES', 'bytes'),
        () => this.#sized('BINBYTES', this.#pick(['', 'cos\nsystem\n'])),
        () => this.#sized('BINBYTES8', 'b'.repeat(this.#below(40))),
      ])(),
    );
  }

  /** An opcode that may not fit, with an argument that may not either. */
  #anyOpcode(): Buffer {
    const opcode = this.#pick(opcodes);
    switch (opcode.argument) {
      case 'line':
        return this.#line(opcode.name, this.#pick([...integers, ...oddIntegers, ...oddFloats, ...oddStrings]));
      case 'two-lines':
        return this.#chance(0.3)
          ? Buffer.from(`${String.fromCharCode(opcode.code)}${this.#pick(['\n\n', 'os\n\n', '\nx\n', 'os\nsystem'])}`)
          : this.#lines(opcode.name);
      case 'sized-1':
      case 'sized-4':
      case 'sized-8':
        return this.#sized(opcode.name, this.#pick(words.filter((each) => each.length < 100)), this.#below(3) - 1);
      case 'none':
        return this.#op(opcode.name);
      case 'u8':
        return this.#op(opcode.name, integer(this.#below(60), 8));
      default:
        return this.#op(opcode.name, this.#bytes({ u1: 1, u2: 2, i4: 4, u4: 4, float: 8 }[opcode.argument]));
    }
  }

  #pushes(bytes: Buffer, kind: Kind = 'constant'): Buffer {
    this.#stack.push(kind);
    return bytes;
  }

  #takes(taken: number, made: Kind | undefined, name: string): Buffer {
    this.#stack.splice(Math.max(0, this.#stack.length - taken));
    if (made !== undefined) this.#stack.push(made);
    return this.#op(name);
  }

  #op(name: string, ...rest: readonly Buffer[]): Buffer {
    return Buffer.concat([Buffer.of((byName.get(name) as Opcode).code), ...rest]);
  }

  #line(name: string, text: string): Buffer {
    return this.#op(name, Buffer.from(`${text}\n`, name === 'STRING' || name === 'UNICODE' ? 'latin1' : 'utf8'));
  }

  #lines(name: string): Buffer {
    const isAscii = name === 'INST';
    const clean = (text: string) => (isAscii ? text.replace(/[^a-z._A-Z]/g, 'u') : text);
    return this.#op(name, Buffer.from(`${clean(this.#pick(names))}\n${clean(this.#pick(attributes))}\n`));
  }

  #sized(name: string, text: string, lie = 0): Buffer {
    const content = encode(text);
    const size = { 'sized-1': 1, 'sized-4': 4, 'sized-8': 8 }[byName.get(name)?.argument as string] as number;
    return this.#op(name, integer(Math.max(0, content.length + lie), size), content);
  }

  #bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.#pick([0, 0, 1, 0x7f, 0x80, 0xff, this.#below(256)])));
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #chance(chance: number): boolean {
    return this.#random() < chance;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }
}

/** UTF-8 with surrogates. */
function encode(text: string): Buffer {
  return Buffer.concat(
    [...text].map((each) => (/^[\ud800-\udfff]$/.test(each) ? Buffer.from([0xed, 0xa0, 0x80]) : Buffer.from(each))),
  );
}

function integer(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes.subarray(0, size);
}
