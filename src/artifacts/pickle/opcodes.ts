// The 68 opcodes of pickles (Lib/pickletools.py, Modules/_pickle.c): their bytes, and what stands behind each in the stream.

/** What follows an opcode's byte. */
export type Argument =
  | 'none'
  | 'u1'
  | 'u2'
  | 'i4'
  | 'u4'
  | 'u8'
  /** eight bytes, big-endian */
  | 'float'
  /** up to and with a line feed */
  | 'line'
  | 'two-lines'
  /** a length of 1, 4 or 8 bytes, and as many bytes */
  | 'sized-1'
  | 'sized-4'
  | 'sized-8';

export interface Opcode {
  readonly name: string;
  readonly code: number;
  /** the protocol that brought it */
  readonly protocol: number;
  readonly argument: Argument;
}

const table: readonly (readonly [name: string, code: number, protocol: number, argument?: Argument])[] = [
  ['MARK', 0x28, 0],
  ['STOP', 0x2e, 0],
  ['POP', 0x30, 0],
  ['POP_MARK', 0x31, 1],
  ['DUP', 0x32, 0],
  ['FLOAT', 0x46, 0, 'line'],
  ['BINFLOAT', 0x47, 1, 'float'],
  ['INT', 0x49, 0, 'line'],
  ['BININT', 0x4a, 1, 'i4'],
  ['BININT1', 0x4b, 1, 'u1'],
  ['LONG', 0x4c, 0, 'line'],
  ['BININT2', 0x4d, 1, 'u2'],
  ['NONE', 0x4e, 0],
  ['PERSID', 0x50, 0, 'line'],
  ['BINPERSID', 0x51, 1],
  ['REDUCE', 0x52, 0],
  ['STRING', 0x53, 0, 'line'],
  ['BINSTRING', 0x54, 1, 'sized-4'],
  ['SHORT_BINSTRING', 0x55, 1, 'sized-1'],
  ['UNICODE', 0x56, 0, 'line'],
  ['BINUNICODE', 0x58, 1, 'sized-4'],
  ['APPEND', 0x61, 0],
  ['BUILD', 0x62, 0],
  ['GLOBAL', 0x63, 0, 'two-lines'],
  ['DICT', 0x64, 0],
  ['APPENDS', 0x65, 1],
  ['GET', 0x67, 0, 'line'],
  ['BINGET', 0x68, 1, 'u1'],
  ['INST', 0x69, 0, 'two-lines'],
  ['LONG_BINGET', 0x6a, 1, 'u4'],
  ['LIST', 0x6c, 0],
  ['OBJ', 0x6f, 1],
  ['PUT', 0x70, 0, 'line'],
  ['BINPUT', 0x71, 1, 'u1'],
  ['LONG_BINPUT', 0x72, 1, 'u4'],
  ['SETITEM', 0x73, 0],
  ['TUPLE', 0x74, 0],
  ['SETITEMS', 0x75, 1],
  ['EMPTY_DICT', 0x7d, 1],
  ['EMPTY_LIST', 0x5d, 1],
  ['EMPTY_TUPLE', 0x29, 1],
  ['PROTO', 0x80, 2, 'u1'],
  ['NEWOBJ', 0x81, 2],
  ['EXT1', 0x82, 2, 'u1'],
  ['EXT2', 0x83, 2, 'u2'],
  ['EXT4', 0x84, 2, 'i4'],
  ['TUPLE1', 0x85, 2],
  ['TUPLE2', 0x86, 2],
  ['TUPLE3', 0x87, 2],
  ['NEWTRUE', 0x88, 2],
  ['NEWFALSE', 0x89, 2],
  ['LONG1', 0x8a, 2, 'sized-1'],
  ['LONG4', 0x8b, 2, 'sized-4'],
  ['BINBYTES', 0x42, 3, 'sized-4'],
  ['SHORT_BINBYTES', 0x43, 3, 'sized-1'],
  ['SHORT_BINUNICODE', 0x8c, 4, 'sized-1'],
  ['BINUNICODE8', 0x8d, 4, 'sized-8'],
  ['BINBYTES8', 0x8e, 4, 'sized-8'],
  ['EMPTY_SET', 0x8f, 4],
  ['ADDITEMS', 0x90, 4],
  ['FROZENSET', 0x91, 4],
  ['NEWOBJ_EX', 0x92, 4],
  ['STACK_GLOBAL', 0x93, 4],
  ['MEMOIZE', 0x94, 4],
  ['FRAME', 0x95, 4, 'u8'],
  ['BYTEARRAY8', 0x96, 5, 'sized-8'],
  ['NEXT_BUFFER', 0x97, 5],
  ['READONLY_BUFFER', 0x98, 5],
];

export const opcodes: readonly Opcode[] = table.map(([name, code, protocol, argument = 'none']) => ({
  name,
  code,
  protocol,
  argument,
}));

/** By the opcode's byte; undefined where there is none. */
export const opcodeByCode: readonly (Opcode | undefined)[] = Array.from({ length: 256 }, (_, code) =>
  opcodes.find((each) => each.code === code),
);
