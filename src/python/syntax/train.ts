// Teaches the JavaScript engine what the parser does. The engine compiles hot functions on the evidence of what they
// have met; what they meet later makes it throw that code away and start again, which costs a cold run more than the
// parsing itself. A few rounds over a text with every construct, well- and ill-formed, give it the evidence early.
//
// Legal at any time: parsing has no effect but its result. Worth it before some megabytes of input, not below.

import type { Parser } from './parser.ts';

/** Measured: more rounds gain nothing beyond the noise. */
const ROUNDS = 3;

export function trainParser(parser: Parser): void {
  const encoder = new TextEncoder();
  const texts = [wellFormed, modern, beyondAscii, python2, ...broken].map((text) => encoder.encode(text));
  texts.push(Uint8Array.of(0x61, 0xff, 0x0a, 0xc3, 0xa9, 0x0a));
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of texts) parser.parse(text);
  }
}

const wellFormed = `# -*- coding: utf-8 -*-
"""Docstring with a \\"quote\\", and 'others' "in" it.
"""
from __future__ import annotations
import os, sys as system, xml.etree.ElementTree as ET
from . import sibling
from .. package.module import (first, second as third,)
from os.path import *

@decorator
@module.decorator(argument, key=value, *rest, **more)
class Name(Base, metaclass=Meta):
    attribute: int = 0x1F + 0b11 + 0o17 + 1_000 + 1.5e-3 + 2j + .5 + 10.
    other: "list[int]"
    def method(self, a, /, b: int = 1, *args, c, d=None, **kwargs) -> Dict[str, int]:
        '''docs'''
        global state, count
        x = y = self.value[1:2, ::3, ...][-1]
        (a, *b), [c, d] = e, f = self.items()
        x += 1; y -= 2; z **= 3; w //= 4; v <<= 5; u >>= 6; t &= 7; s |= 8; r ^= 9; q @= m; p %= n; o *= 2; o /= 2
        if a < b <= c != d == e > f >= g and h is not None or i not in j and not k is l in m:
            return lambda x, *y, z=1, **k: x if y else z
        elif (n := len(a)) > 10: pass
        else:
            raise ValueError("bad %s" % name, b'bytes' rb"raw\\d") from error
        for i, (j, k) in enumerate(zip(a, b)):
            continue
        else:
            del a[0], b.c, (d)
        while True:
            break
        else:
            assert x, "message"
        try:
            with open(path) as f, lock: pass
            with (open(a) as b, open(c) as d): pass
            with (yield): pass
        except (OSError, ValueError) as error:
            print(f"{a!r:>{width}} {b=} {{c}} {d['k']:%Y-%m-%d}" f'''x{1 + 2}
            {y}''' "tail", file=sys.stderr, end="")
        except: raise
        else: nonlocal_ = None
        finally:
            yield a, b
            x = yield from self.method()
            x = yield
        return {**a, 'b': 1, "c": [2, 3], 'd': {4, 5}, 'e': (6,), 'f': ()}, {k: v for k, v in x}, {x for x in y}
async def function():
    async with a as b, c: await d(e)
    async for x in y: z = [i async for i in j if k if l for m in n]
    return sum(x * y ** -z for x in range(10)) + ~a // b % c @ d << 1 >> 2 & 3 | 4 ^ 5
call(a, *b, c=d, **e)(f)[g].h(  # behind code
  "text \\x41 \\u0041 \\N{BULLET} \\n" + u'unicode', a if b else c if d else e, True, False)
\tindented_by = tab
print(*values, sep='') if '\\
continued' else a[*b, c:d] \\
    + 'x';
def inner(a, *, b, **kwargs,): nonlocal c; yield *a, b
x = *a, b; return *a, b
f'\\N{BULLET}\\n{*a, b}{{ }}{(yield)}' rf'\\d{a!r}' f'{yield}'
`;

const modern = `type Alias[T: int = str, *Ts = *tuple[int], **P = []] = dict[T, Callable[P, T]]
def generic[T](a: T, *args: *Ts) -> T: ...
class Box[T](Base): pass
match command.split(), x:
    case [1, -2.5, "a" "b", None, True, *rest] if x: pass
    case {"key": value, 1 + 2j: _, **others} | Point(x=0, y=a.b) as p: pass
    case (a | b), str(): pass
    case _: pass
match = case = type = 1
match(x)
type(x)
try: pass
except* A, B: pass
t = t"{a} and {b!s:{c}}"
lazy import a.b
lazy from c import d
x = [*a for a in b], {**d for d in e}
`;

const beyondAscii = `\ufeff# caf\u00e9
caf\u00e9 = "na\u00efve" + \u540d\u524d.\ufb01le + '\ud83d\ude00' + f'\u00e9{\u00e9}'  # \u00e9
a\u00a0= \u20ac 1
b'\u00e9'
`;

const python2 = `print "a", b
print
exec code in a, b
raise E, "v", tb
def f(a, (b, c)): return \`a\` <> 0777 + 10L
try: pass
except E, e: pass
`;

// biome-ignore format: a list
const broken = [
  'if a:\r\n  b\r\nc\rd\r\n', '# coding: latin-1\n# \u00e9\nx = 1\n', 'try: a\nexcept*: b\nexcept c: d\n',
  'x = (1, 2\ndef f(:\n    return 1\nclass A:\npass\n', 'if x\n  y\nelif z = 1:\n  a\nelse\n', 'f(a b)\n[1, 2\n', "x = 'abc\ny = f'{a\n",
  'a = $ ? !\n1 = 2\nf() = 3\n', 'for in x: pass\nwhile\n', '  x\n y\n  z\n', 'match x:\n  case 1 2: pass\n  case y: pass\n',
  'import\nfrom x import\nfrom . y\n', 'try: pass\nx = "\\x4"\n', 'def f(a=1, b): pass\nlambda *: 1\n', '@d\nx = 1\nasync x\n',
  '{1: 2, 3}\n{a, b: c}\n(]\n', 'f"{a!x}{}{b"\nf"}"\n', "'''never closed", 'a.1 .b..c\n0b2 1__0 0x 1abc\n', 'x = not\n+\n(yield x\n',
];
