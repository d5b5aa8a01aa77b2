# Simple and compound statements.
import a; import a.b; import a.b.c as d; import a as b, c, d.e as f; import a . b
from a import b; from a import b as c; from a import b, c as d; from a import (b); from a import (b, c,); from a import *
from . import a; from .. import a; from ... import a; from .... import a; from . . import a; from .a import b; from ...a.b import c
from .a . b import (
    c,
    d as e,
)
from .import a; from...import a; from ....a import b; from . a import b
a = b; a = b = c; a, b = c; (a, b) = c; [a, b] = c; a, = b; (a,) = b; *a, b = c; a, *b = c; (a, *b) = c; [*a] = b; (a) = b; ((a)) = b
a.b = c; a[b] = c; a[b:c] = d; a.b.c[d].e = f; a().b = c; (a).b = c; (a.b) = c; (a[b]) = c; a, b.c, d[e] = f; (a, (b, c)), [d] = e
() = a; [] = a; a = (); a = b,; a = *b, c; a = b, *c; a = (yield_)
a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a @= b; a **= b; a <<= b; a >>= b; a &= b; a |= b; a ^= b
a.b += c; a[b] += c; (a) += b; a += b, c; a += *b, c; (a.b) += c; a += b if c else d; a += lambda: b
a: b; a: b = c; a.b: c; a.b: c = d; a[b]: c; a[b]: c = d; (a): b; (a): b = c; (a.b): c; a: b = c, d; a: b = *c, d; a: (b, c) = d
a: b[c]; a: 'b'; a: lambda: b = c; a: b | None = None; a: b if c else d = e
del a; del a, b; del (a); del (a, b); del [a, b]; del a.b; del a[b]; del a[b:c], d.e; del (a), b; del (a,); del a,; del (); del []; del ((a, b), c)
pass; break_; assert a; assert a, b; assert (a, b); assert (a), (b); assert a, (b, c)
global_; raise_
raise; raise a; raise a(b); raise a from b; raise a from None; raise (a) from (b)
type X = int; type X[T] = list[T]; type X[T: int, *Ts, **P] = a
type X[T = int, *Ts = *a, **P = [int]] = b; type X[T: (a, b) = c] = d
type type = type; type match = case; type X = lambda: a; type X = (a)
type; type = 1; type(a); type.b; type[a]; type, a; type * a; type in a; type is a; type == a; type: int = 1; type -a; (type) = 1; type += 1
match; match = 1; match(a); match.b; match[a]; match, a; match * a; match in a; match: int; match -a; match -a, b; case = 1; case(a); _ = 1
match (a), b
match[a:b]; match[a:b] = c; print(match); match or case
print; print(a); print (a); print(a, file=b); exec(a); exec; print = 1; print >> a; print >> a, b; print -1; print ** a; nonlocal_
if a: b
if a: b; c
if a:
    b
elif c:
    d
elif e: f
else:
    g
if a:
    b
else: c
if (a): pass
if a: pass
elif b: pass
while a: b
while a:
    break
else:
    continue_
while a: continue
for a in b: c
for a, b in c: d
for a, in b: c
for (a, b) in c: d
for [a, b] in c: d
for *a, b in c: d
for a.b in c: d
for a[b] in c: d
for a in b, c: d
for a in b,: d
for a in *b, c: d
for a in (b): c
for (a) in b: c
for a in lambda: b: c
for a in b if c else d: e
for (a in b)[c] in d: e
for a in b:
    pass
else:
    pass
with a: b
with a as b: c
with a, b: c
with a as b, c as d: e
with (a): b
with (a) as b: c
with (a, b): c
with (a, b) as c: d
with (a as b): c
with (a as b, c): d
with (a as b, c as d,): e
with (a, b,): c
with (a, (b)): c
with (a), (b): c
with (a).b: c
with (a).b as c: d
with (a)(b): c
with (a) + b: c
with (a), b as c: d
with (a if b else c): d
with (a if b else c) as d: e
with (a, b as c): d
with (yield_): b
with (a := b): c
with (a := b) as c: d
with (a for a in b): c
with (a, b)[c]: d
with (lambda: a): b
with (*a, b): c
with (*a, b) as c: d
with (): a
with () as a: b
with (a,): b
with (a,) as b: c
with a as (b, c): d
with a as [b, c]: d
with a as b.c: d
with a as b[c]: d
with a as (b): c
with a as (b.c): d
with a as (b, *c): d
with a as (): b
with a() as b, c(): d
with (
    a() as b,
    c() as d,
): e
with (open(a) as b, open(c)): d
with (a
      ): b
with (a), (b) as c: d
with (a, b), c: d
with a if b else c as d: e
with a or b as c: d
with lambda: a: b
try: a
except: b
try: a
except b: c
try: a
except b as c: d
try: a
except (b, c): d
try: a
except (b, c) as d: e
try: a
except b, c: d
try: a
except b, c, d: e
try: a
except b.c, d(): e
try: a
finally: b
try:
    a
except b:
    c
except d as e:
    f
except:
    g
else:
    h
finally:
    i
try:
    a
except b: c
else: d
try: a
except* b: c
try: a
except *b: c
try: a
except* b as c: d
try: a
except* (b, c) as d: e
try: a
except* b, c: d
try: a
except* b: c
except* d: e
else: f
finally: g
try: a
except(b): c
try: a
except (b if c else d): e
try: a
except b if c else d as e: f
def f():
    return; return a; return a, b; return (a); return *a, b; return a,; return (yield)
    global a; global a, b; nonlocal c; nonlocal c, d
    if a: return b
async def f():
    async for a in b: c
    async for a in b:
        c
    else:
        d
    async with a: b
    async with a as b: c
    async with a as b, c as d: e
    async with (a as b, c as d): e
    async with (a, b): c
    async with (a): b
    return await a
    def g(): await_
    async def h(): await a
async  def  f ( ) : pass
if a:
  b
  if c:
        d
        e
  f
if a:
	b
	if c:
		d
class C: pass; x = 1
if 1: pass;
