"""CPython's side of the comparison: a file's `ast` as canonical text, a line a node, and a digest of that text.

`canonical.ts` writes the same text from heed's tree. A line holds the kind, the positions, then by field: text and
numbers as they are, lists as their length, optional children as 0 or 1. The children follow in field order, depth first;
a gap inside a list (`**rest` in a dict, a keyword-only parameter without a default) is a line of its own.

Left out, because heed's tree does not hold them: type comments, type ignores, and the `u` of a string's prefix; and the
value of a string whose source holds `\\N{`, because heed carries no table of character names.
"""

import ast
import hashlib
import io
import re
import struct
import tokenize
import warnings
from json.encoder import encode_basestring_ascii as quoted

warnings.simplefilter("ignore")

LEFT_OUT = {("Module", "type_ignores"), ("Constant", "kind")}


def constant(value):
    kind = type(value)
    if kind is str:
        return quoted(value)
    if kind is int:
        return "i" + format(value, "x")
    if kind is float:
        return "f" + struct.pack(">d", value).hex()
    if kind is complex:
        return "j" + struct.pack(">d", value.imag).hex()
    if kind is bytes:
        return "b" + value.hex()
    return repr(value)


# The lines of the source in UTF-8 while a file with named characters is written; otherwise None.
lines_of_source = None


def literal(node):
    if lines_of_source is not None and type(node.value) is str:
        lines = lines_of_source[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        if b"\\N{" in b"".join(lines):
            return "named"
    return constant(node.value)


def optional(name):
    return "-" if name is None else quoted(name)


def joined(names):
    return ",".join(map(quoted, names))


def operators(ops):
    return ",".join([op.__class__.__name__ for op in ops])


def emitter(node_class):
    """A function for one class of `ast`, compiled from its field types: a loop over fields would take thrice as long."""
    kind = node_class.__name__
    header, pushes = [kind], []
    if "lineno" in node_class._attributes:
        header.append("{n.lineno}:{n.col_offset}-{n.end_lineno}:{n.end_col_offset}")
    for name in node_class._fields:
        declared = node_class._field_types[name]
        if name == "type_comment" or (kind, name) in LEFT_OUT:
            continue
        value = f"n.{name}"
        inner = getattr(declared, "__args__", None)
        is_list = getattr(declared, "__origin__", None) is list
        is_optional = inner is not None and not is_list
        base = inner[0] if inner else declared
        if base in (ast.expr_context, ast.operator, ast.unaryop, ast.boolop):
            header.append(f"{name}={{{value}.__class__.__name__}}")
        elif base is ast.cmpop:
            header.append(f"{name}={{operators({value})}}")
        elif kind == "Constant":
            header.append("value={literal(n)}")
        elif base is object:
            header.append(f"{name}={{constant({value})}}")
        elif base is int:
            header.append(f"{name}={{{value}}}")
        elif base is str:
            write = "joined" if is_list else "optional" if is_optional else "quoted"
            header.append(f"{name}={{{write}({value})}}")
        elif is_list:
            header.append(f"{name}={{len({value})}}")
            pushes.append(f"if {value}: extend({value}[::-1])")
        elif is_optional:
            header.append(f"{name}={{0 if {value} is None else 1}}")
            pushes.append(f"if {value} is not None: push({value})")
        else:
            pushes.append(f"push({value})")
    body = "".join(f"    {line}\n" for line in reversed(pushes))
    scope = dict(
        operators=operators, constant=constant, literal=literal, joined=joined, optional=optional, quoted=quoted
    )
    exec(f"def emit(n, push, extend):\n{body}    return f'{' '.join(header)}'\n", scope)
    return scope["emit"]


EMITTERS = {
    node_class: emitter(node_class)
    for node_class in vars(ast).values()
    if isinstance(node_class, type) and issubclass(node_class, ast.AST) and hasattr(node_class, "_field_types")
}
EMITTERS[type(None)] = lambda n, push, extend: "gap"


def split_lines(source):
    readline = io.BytesIO(source).readline
    encoding, _ = tokenize.detect_encoding(readline)
    return re.split(rb"(?<=\n)|(?<=\r)(?!\n)", source.decode(encoding).encode("utf-8", "surrogatepass"))


def canonical(source):
    global lines_of_source
    lines_of_source = split_lines(source) if b"\\N{" in source else None
    # An explicit stack: long chains of operators nest deeper than the interpreter's recursion limit.
    stack = [ast.parse(source)]
    pop, push, extend = stack.pop, stack.append, stack.extend
    lines = []
    emitters = EMITTERS
    while stack:
        node = pop()
        lines.append(emitters[node.__class__](node, push, extend))
    return "\n".join(lines)


def digest(source):
    """`ok <digest>`, `rejected <line> <message>`, or `unable <why>` where CPython gives up for lack of stack or memory."""
    try:
        return "ok " + hashlib.sha1(canonical(source).encode()).hexdigest()
    except SyntaxError as error:
        return f"rejected {error.lineno or 0} {error.msg}"
    except ValueError as error:
        return f"rejected 0 {error}"
    except (RecursionError, MemoryError) as error:
        return f"unable {type(error).__name__}: {error}"
