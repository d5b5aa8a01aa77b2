"""Reads stub files with CPython's own parser and prints their declarations as JSON for generate-stdlib.ts."""

import ast
import json
import sys
from pathlib import Path


def expression(node):
    match node:
        case None:
            return None
        case ast.Name(id=name):
            return {"kind": "name", "name": name}
        case ast.Attribute(value=value, attr=name):
            return {"kind": "attribute", "value": expression(value), "name": name}
        case ast.Subscript(value=value, slice=index):
            items = index.elts if isinstance(index, ast.Tuple) else [index]
            return {"kind": "subscript", "value": expression(value), "items": [expression(item) for item in items]}
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return {"kind": "union", "members": [expression(left), expression(right)]}
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return {"kind": "list", "items": [expression(item) for item in items]}
        case ast.Call(func=callee):
            return {"kind": "call", "callee": expression(callee)}
        case ast.Constant(value=None):
            return {"kind": "none"}
        case ast.Constant(value=str() as text):
            return {"kind": "string", "text": text}
    return {"kind": "other"}


def parameters(arguments):
    positional = arguments.posonlyargs + arguments.args
    first_default = len(positional) - len(arguments.defaults)
    for index, parameter in enumerate(positional):
        role = "positional-only" if index < len(arguments.posonlyargs) else "ordinary"
        yield parameter.arg, role, index >= first_default
    if arguments.vararg:
        yield arguments.vararg.arg, "variadic", False
    for parameter, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        yield parameter.arg, "keyword-only", default is not None
    if arguments.kwarg:
        yield arguments.kwarg.arg, "keyword-variadic", False


def statements(body):
    for node in body:
        match node:
            case ast.If(body=then, orelse=otherwise):
                yield from statements(then)
                yield from statements(otherwise)
            case ast.Import(names=names):
                yield {"kind": "import", "names": [[name.name, name.asname] for name in names]}
            case ast.ImportFrom(module=module, names=names, level=level):
                names = [[name.name, name.asname] for name in names]
                yield {"kind": "from", "module": module or "", "level": level, "names": names}
            case ast.ClassDef():
                yield {
                    "kind": "class",
                    "name": node.name,
                    "bases": [expression(base) for base in node.bases],
                    "body": list(statements(node.body)),
                }
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield {
                    "kind": "function",
                    "name": node.name,
                    "isAsync": isinstance(node, ast.AsyncFunctionDef),
                    "decorators": [expression(decorator) for decorator in node.decorator_list],
                    "parameters": [
                        {"name": name, "role": role, "hasDefault": has_default}
                        for name, role, has_default in parameters(node.args)
                    ],
                    "returns": expression(node.returns),
                }
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield {
                    "kind": "variable",
                    "name": name,
                    "annotation": expression(node.annotation),
                    "value": expression(node.value),
                }
            case ast.Assign(targets=targets):
                for target in targets:
                    if isinstance(target, ast.Name):
                        value = expression(node.value)
                        yield {"kind": "variable", "name": target.id, "annotation": None, "value": value}
            case ast.AugAssign(target=ast.Name(id="__all__")):
                yield {"kind": "variable", "name": "__all__", "annotation": None, "value": expression(node.value)}
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="__all__")), args=[argument])):
                yield {"kind": "variable", "name": "__all__", "annotation": None, "value": expression(argument)}


root = Path(sys.argv[1])
modules = []
for path in sorted(root.rglob("*.pyi")):
    parts = list(path.relative_to(root).with_suffix("").parts)
    package = parts[-1] == "__init__"
    if package:
        parts.pop()
    body = list(statements(ast.parse(path.read_bytes()).body))
    modules.append({"name": ".".join(parts), "isPackage": package, "body": body})
json.dump(modules, sys.stdout)
