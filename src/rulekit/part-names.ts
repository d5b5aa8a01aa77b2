// The identifiers that an expression is made of: variables, attributes, constant keys, in source order. What they are
// called says what the value is for; modules and the names of methods say nothing.

import type { Place } from '../python/semantics/index.ts';
import { ast, childrenOf, Kind, type NodeId } from '../python/syntax/index.ts';

export function partNamesOf({ module, node }: Place): readonly string[] {
  const { tree } = module;
  const names: string[] = [];
  const visit = (part: NodeId): void => {
    switch (tree.kind(part)) {
      case Kind.Name:
        names.push(tree.names.text(ast.Name.name(tree, part)));
        return;
      case Kind.Attribute:
        names.push(tree.names.text(ast.Attribute.name(tree, part)));
        return;
      case Kind.Subscript: {
        const index = ast.Subscript.index(tree, part);
        const key = /^[a-z]*(['"])(.*)\1$/is.exec(tree.kind(index) === Kind.Constant ? tree.text(index) : '')?.[2];
        const name = key ?? constantText(index);
        if (name === undefined) visit(ast.Subscript.value(tree, part));
        else names.push(name);
        return;
      }
      case Kind.Call: {
        const before = names.length;
        const callee = ast.Call.callee(tree, part);
        // password.encode(): the object; hashlib.md5(password): the argument
        if (tree.kind(callee) === Kind.Attribute && !isModule(ast.Attribute.value(tree, callee))) {
          visit(ast.Attribute.value(tree, callee));
        }
        for (const argument of tree.list(ast.Call.arguments(tree, part))) {
          visit(tree.kind(argument) === Kind.Keyword ? ast.Keyword.value(tree, argument) : argument);
        }
        // get_password()
        if (names.length === before) {
          const name = ast.Call.calleeName(tree, part);
          if (name !== 0) names.push(tree.names.text(name));
        }
        return;
      }
      case Kind.Lambda:
      case Kind.Constant:
        return;
      default:
        for (const child of childrenOf(tree, part)) visit(child);
    }
  };
  const isModule = (receiver: NodeId): boolean =>
    module.valueOf(receiver).facts.some((fact) => fact.kind === 'reference') &&
    module.namesOf(receiver).names.length > 0 &&
    tree.kind(receiver) === Kind.Name;
  // options[CONF_VERIFY], where CONF_VERIFY = "verify"
  const constantText = (index: NodeId): string | undefined => {
    const { facts, complete } = module.valueOf(index);
    const fact = complete && facts.length === 1 ? facts[0] : undefined;
    return fact?.kind === 'constant' && typeof fact.value === 'string' ? fact.value : undefined;
  };
  visit(node);
  return names;
}
