// The shape of the tree: every node kind, its fields, and the slot that each field is stored in. This table is the
// one place that knows; the parser writes by it, and accessors, parent links, dumps and the comparison with CPython's
// `ast` are derived from it.
//
// A node is eight 32-bit integers: kind and flags, start, end, next sibling, and four slots. Fields are
//   node  id of one child, 0 when absent           list  id of the first child, the rest through `next`
//   name  interned name, 0 when absent             int   a small number
// Kinds follow CPython's `ast` (3.14). Where a kind of `ast` has more than four fields, or pairs of lists, a part node
// (marked "part") carries them: parts have spans but no counterpart in `ast`.

export type FieldType = 'node' | 'list' | 'name' | 'int';

export const layout = {
  // The first entry stands for "no node", so that id 0 and kind 0 mean nothing.
  None: {},
  Module: { body: 'list' },

  // Statements
  FunctionDef: { name: 'name', parameters: 'node', body: 'list', head: 'node' }, // flag: async
  ClassDef: { name: 'name', arguments: 'list', body: 'list', head: 'node' }, // bases and Keyword in source order
  Return: { value: 'node' },
  Delete: { targets: 'list' },
  Assign: { targets: 'list', value: 'node' },
  TypeAlias: { name: 'node', typeParameters: 'list', value: 'node' },
  AugAssign: { target: 'node', value: 'node' }, // operator
  AnnAssign: { target: 'node', annotation: 'node', value: 'node' }, // flag: simple
  For: { target: 'node', iterable: 'node', body: 'list', orelse: 'list' }, // flag: async
  While: { test: 'node', body: 'list', orelse: 'list' },
  If: { test: 'node', body: 'list', orelse: 'list' },
  With: { items: 'list', body: 'list' }, // flag: async
  Match: { subject: 'node', cases: 'list' },
  Raise: { exception: 'node', cause: 'node', legacyValue: 'node', legacyTraceback: 'node' },
  Try: { body: 'list', handlers: 'list', orelse: 'list', finalbody: 'list' }, // flag: star
  Assert: { test: 'node', message: 'node' },
  Import: { names: 'list' },
  ImportFrom: { module: 'name', names: 'list', level: 'int' }, // flag: lazy (PEP 810), as Import
  Global: { names: 'list' },
  Nonlocal: { names: 'list' },
  Expr: { value: 'node' },
  Pass: {},
  Break: {},
  Continue: {},
  // Python 2; flag: no newline. `print >>file, x` is an expression, as in Python 3.
  Print: { values: 'list' },
  Exec: { code: 'node', globals: 'node', locals: 'node' }, // Python 2
  Damaged: { body: 'list' }, // a statement that could not be read; body: what was read inside it

  // Expressions
  BoolOp: { values: 'list' }, // operator
  NamedExpr: { target: 'node', value: 'node' },
  BinOp: { left: 'node', right: 'node' }, // operator
  UnaryOp: { operand: 'node' }, // operator
  Lambda: { parameters: 'node', body: 'node' },
  IfExp: { test: 'node', body: 'node', orelse: 'node' },
  Dict: { entries: 'list' }, // DictEntry
  Set: { elements: 'list' },
  ListComp: { element: 'node', generators: 'list' },
  SetComp: { element: 'node', generators: 'list' },
  DictComp: { key: 'node', value: 'node', generators: 'list' }, // value 0: {**key for …} (PEP 798)
  GeneratorExp: { element: 'node', generators: 'list' },
  Await: { value: 'node' },
  Yield: { value: 'node' },
  YieldFrom: { value: 'node' },
  Compare: { left: 'node', steps: 'list' }, // CompareStep
  Call: { callee: 'node', arguments: 'list', calleeName: 'name' }, // arguments: expressions, Starred, Keyword in source order
  FormattedValue: { value: 'node', spec: 'node', conversion: 'int' }, // conversion: -1, or the code of s, r, a
  Interpolation: { value: 'node', spec: 'node', conversion: 'int', text: 'node' }, // text: StringPart of the expression's source
  JoinedStr: { values: 'list' },
  TemplateStr: { values: 'list' },
  Constant: { parts: 'list', constant: 'int' }, // constant: ConstantType; parts: StringPart inside f- and t-strings
  Attribute: { value: 'node', name: 'name' }, // context
  Subscript: { value: 'node', index: 'node' }, // context
  Starred: { value: 'node' }, // context
  Name: { name: 'name' }, // context
  List: { elements: 'list' }, // context
  Tuple: { elements: 'list' }, // context
  Slice: { lower: 'node', upper: 'node', step: 'node' },
  Repr: { value: 'node' }, // Python 2 backticks

  // Patterns
  MatchValue: { value: 'node' },
  MatchSingleton: { value: 'node' }, // a Constant
  MatchSequence: { patterns: 'list' },
  MatchMapping: { entries: 'list', rest: 'name' }, // MatchEntry
  MatchClass: { class: 'node', patterns: 'list', keywords: 'list' }, // keywords: MatchKeyword
  MatchStar: { name: 'name' },
  MatchAs: { pattern: 'node', name: 'name' },
  MatchOr: { patterns: 'list' },

  // Pieces that `ast` has too
  Arguments: { parameters: 'list' }, // Parameter, in source order
  // role: ParameterRole. The span is that of `ast.arg`: the default lies behind it. Python 2's tuple parameters have no
  // name, and the tuple they are unpacked into as annotation.
  Parameter: { name: 'name', annotation: 'node', default: 'node', role: 'int' },
  Keyword: { name: 'name', value: 'node' }, // name 0: **value
  Alias: { name: 'name', asname: 'name' }, // name: dotted, or *
  WithItem: { context: 'node', target: 'node' },
  MatchCase: { pattern: 'node', guard: 'node', body: 'list' }, // pattern 0: could not be read
  ExceptHandler: { type: 'node', name: 'name', body: 'list' },
  Comprehension: { target: 'node', iterable: 'node', conditions: 'list' }, // flag: async
  TypeVar: { name: 'name', bound: 'node', default: 'node' },
  ParamSpec: { name: 'name', default: 'node' },
  TypeVarTuple: { name: 'name', default: 'node' },

  // Parts: no counterpart in `ast`
  // Heads are there when one of their fields is. Decorators lie in front of the span of what they decorate.
  FunctionHead: { decorators: 'list', returns: 'node', typeParameters: 'list' },
  ClassHead: { decorators: 'list', typeParameters: 'list' },
  CompareStep: { right: 'node' }, // operator
  DictEntry: { key: 'node', value: 'node' }, // key 0: **value
  MatchEntry: { key: 'node', pattern: 'node' },
  MatchKeyword: { name: 'name', pattern: 'node' },
  Identifier: { name: 'name' }, // a name in Global and Nonlocal
  StringPart: { encoding: 'int' }, // a stretch of source that is part of one constant; encoding: StringEncoding
} as const satisfies Record<string, Readonly<Record<string, FieldType>>>;

export type KindName = keyof typeof layout;

/** Number of each node kind, in the order of {@link layout}. */
export const Kind = Object.fromEntries(Object.keys(layout).map((name, index) => [name, index])) as {
  readonly [K in KindName]: number;
};

export const kindNames = Object.keys(layout) as readonly KindName[];

/** Integers per node: kind and flags, start, end, next, and four slots. */
export const NODE_SIZE = 8;
export const SLOT_START = 1;
export const SLOT_END = 2;
export const SLOT_NEXT = 3;
export const FIRST_FIELD_SLOT = 4;

/** Bits of a node's first integer. */
export const KIND_MASK = 0xff;
/** async def/for/with/comprehension, except*, simple AnnAssign, lazy import, Print without newline */
export const FLAG_MARKED = 1 << 8;
/** The expression stood in its own parentheses; its span does not include them. */
export const FLAG_PARENTHESISED = 1 << 9;
export const CONTEXT_SHIFT = 12;
export const OPERATOR_SHIFT = 16;

/** How an expression is used; two bits at {@link CONTEXT_SHIFT}. */
export const Context = { load: 0, store: 1, delete: 2 } as const;

/** Operators of BoolOp, BinOp, AugAssign, UnaryOp and CompareStep; eight bits at {@link OPERATOR_SHIFT}. */
export const operatorNames = [
  'None',
  'And',
  'Or',
  'Add',
  'Sub',
  'Mult',
  'MatMult',
  'Div',
  'Mod',
  'Pow',
  'LShift',
  'RShift',
  'BitOr',
  'BitXor',
  'BitAnd',
  'FloorDiv',
  'Invert',
  'Not',
  'UAdd',
  'USub',
  'Eq',
  'NotEq',
  'Lt',
  'LtE',
  'Gt',
  'GtE',
  'Is',
  'IsNot',
  'In',
  'NotIn',
] as const;

export type OperatorName = (typeof operatorNames)[number];

export const Operator = Object.fromEntries(operatorNames.map((name, index) => [name, index])) as {
  readonly [K in OperatorName]: number;
};

/** Type of a Constant; its value is decoded on demand from the source (`constantValue`). */
export const ConstantType = {
  none: 0,
  true: 1,
  false: 2,
  ellipsis: 3,
  integer: 4,
  float: 5,
  imaginary: 6,
  string: 7,
  bytes: 8,
} as const;

/** Role of a Parameter. */
export const ParameterRole = {
  positionalOnly: 0,
  ordinary: 1,
  variadic: 2,
  keywordOnly: 3,
  keywordVariadic: 4,
} as const;

/** How the bytes of a StringPart become text. */
export const StringEncoding = {
  /** a whole literal with prefix and quotes */ literal: 0,
  /** text between the fields of an f- or t-string: escapes count, {{ and }} stand for one brace */ middle: 1,
  /** the same in a raw string */ rawMiddle: 2,
  /** text of a format spec: escapes count; braces are as they stand */ spec: 3,
  /** source text taken as it stands (`{x=}`, and an Interpolation's expression) */ verbatim: 4,
} as const;
