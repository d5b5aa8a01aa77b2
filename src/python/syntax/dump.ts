// Trees as text for people: the notation of the parser's tests and of `heed debug tree`.
//
//   if a: b = 1 ==> If(test=Name(a)
//                     body: Assign(targets=[Name(b store)] value=Constant(integer 1)))
//
// A node is its kind with its fields in brackets. Names stand by themselves, lists in square brackets, absent fields
// not at all. Statements inside statements start a line of their own.

import {
  CONTEXT_SHIFT,
  ConstantType,
  FLAG_MARKED,
  KIND_MASK,
  type KindName,
  kindNames,
  NODE_SIZE,
  OPERATOR_SHIFT,
  operatorNames,
  ParameterRole,
  StringEncoding,
} from './layout.ts';
import { ast, fieldsByKind, type NodeId, type Tree } from './tree.ts';

export interface DumpOptions {
  /** Adds each node's span, as in `Name@4-5(x)`. */
  readonly spans?: boolean;
}

/** What the flag of {@link FLAG_MARKED} means for a kind. */
// biome-ignore format: a table
const markByKind: Partial<Record<KindName, string>> = {
  FunctionDef: 'async', For: 'async', With: 'async', Comprehension: 'async', Try: 'star', AnnAssign: 'simple',
  Import: 'lazy', ImportFrom: 'lazy', Print: 'comma',
};

const blockFields = new Set(['body', 'orelse', 'finalbody', 'handlers', 'cases']);
// biome-ignore format: a list
const blockOwners = new Set<KindName>([
  'Module', 'FunctionDef', 'ClassDef', 'For', 'While', 'If', 'With', 'Match', 'Try', 'ExceptHandler', 'MatchCase', 'Damaged',
]);

const constantNames = namesOf(ConstantType);
const roleNames = namesOf(ParameterRole);
const encodingNames = namesOf(StringEncoding);

/** The statements of a tree, a line or more each. */
export function dump(tree: Tree, options: DumpOptions = {}): string {
  return tree
    .list(ast.Module.body(tree, tree.root))
    .map((statement) => dumpNode(tree, statement, options, ''))
    .join('\n');
}

function dumpNode(tree: Tree, node: NodeId, options: DumpOptions, indent: string): string {
  const kind = tree.kindName(node);
  const span = options.spans === true ? `@${tree.start(node)}-${tree.end(node)}` : '';
  const words = [...notes(tree, node)];
  let blocks = '';
  for (const field of fieldsByKind[tree.kind(node)] ?? []) {
    const value = field.read(tree, node);
    if (field.type === 'int') {
      words.push(...number(tree, node, kind, field.name, value));
    } else if (value === 0) {
    } else if (field.type === 'name') {
      const text = tree.names.text(value);
      words.push(field.name === 'name' ? text : `${field.name}=${text}`);
    } else if (field.type === 'node') {
      words.push(`${field.name}=${dumpNode(tree, value, options, indent)}`);
    } else if (blockOwners.has(kind) && blockFields.has(field.name)) {
      for (const [index, member] of tree.list(value).entries()) {
        const label = index === 0 ? `${field.name}: ` : ' '.repeat(field.name.length + 2);
        blocks += `\n${indent}  ${label}${dumpNode(tree, member, options, `${indent}  ${' '.repeat(label.length)}`)}`;
      }
    } else {
      words.push(
        `${field.name}=[${tree
          .list(value)
          .map((member) => dumpNode(tree, member, options, indent))
          .join(' ')}]`,
      );
    }
  }
  const inner = words.join(' ') + blocks;
  return inner === '' ? kind + span : `${kind}${span}(${inner})`;
}

/** What the first integer of a node says beside its kind. */
function* notes(tree: Tree, node: NodeId): Generator<string> {
  const head = tree.nodes[node * NODE_SIZE] as number;
  const kind = kindNames[head & KIND_MASK] as KindName;
  if ((head & FLAG_MARKED) !== 0) yield markByKind[kind] ?? 'marked';
  const operator = (head >> OPERATOR_SHIFT) & 0xff;
  if (operator !== 0) yield operatorNames[operator] as string;
  const context = (head >> CONTEXT_SHIFT) & 3;
  if (context !== 0) yield context === 1 ? 'store' : 'delete';
}

function number(tree: Tree, node: NodeId, kind: KindName, field: string, value: number): string[] {
  if (kind === 'Constant') return constant(tree, node, value);
  if (kind === 'Parameter') return value === ParameterRole.ordinary ? [] : [roleNames[value] as string];
  if (kind === 'StringPart') return [encodingNames[value] as string, JSON.stringify(tree.text(node))];
  if (field === 'conversion') return value === -1 ? [] : [`!${String.fromCharCode(value)}`];
  return value === 0 ? [] : [`${field}=${value}`];
}

function constant(tree: Tree, node: NodeId, type: number): string[] {
  const name = constantNames[type] as string;
  if (type <= ConstantType.ellipsis) return [name];
  return ast.Constant.parts(tree, node) === 0 ? [name, tree.text(node)] : [name];
}

function namesOf(table: Readonly<Record<string, number>>): readonly string[] {
  const names: string[] = [];
  for (const [name, value] of Object.entries(table)) names[value] = name;
  return names;
}
