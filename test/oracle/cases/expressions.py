# Operators, precedence, calls, subscripts, comprehensions, and where parentheses do not count.
a; (a); ((a)); (((a)))
a + b + c; a + (b + c); (a + b) + c; ((a + b)) + ((c))
a - b; a * b; a / b; a // b; a % b; a @ b; a ** b; a << b; a >> b; a & b; a | b; a ^ b
a ** b ** c; -a ** b; a ** -b; (-a) ** b; not a; not not a; -~+a
a * b + c; a + b * c; a << b + c; a & b << c; a ^ b & c; a | b ^ c; a % b * c; a / b // c @ d
a < b; a > b; a <= b; a >= b; a == b; a != b; a is b; a is not b; a in b; a not in b
a < b < c; a < b == c is d in e; (a < b) < c; a < (b < c); not a < b; not (a in b)
a and b; a or b; a and b and c; a or b or c; a and b or c; a or b and c; (a and b) and c; a and (b and c); not a and b
a if b else c; a if b else c if d else e; (a if b else c) if d else e
lambda: a; lambda a: a; lambda a, b: a; lambda *a, **b: a; lambda a=1, /, b=2, *, c=3, **d: (a, b); lambda *, a: a
lambda: lambda: a; lambda: (yield); lambda a: a if b else c; lambda: a, b
(a := 1); (a := b, c); [a := 1, b]; f(a := 1); a[b := 1]; a[(b := 1):2]; {a := 1}; (a := (b := 1)); [x for x in y if (z := x)]
a.b; a.b.c; a().b; a[b].c; (a).b; (a.b).c; a . b; a.b().c()[d]
a(); a(b); a(b,); a(b, c); a(b=c); a(b, c=d); a(*b); a(**b); a(*b, c); a(*b, *c, d=e, **f, **g); a(b, *c, d); a(b=c, *d)
a(b for b in c); a((b for b in c)); a((b)); a((b,)); a((b), (c)); a(lambda: b); a(b if c else d); a(not b)
a(
    b,
    c=d,
)
a(**b, c=d); a(*b or c); a(**b or c); a(*b if c else d); a(b=(yield_)); a(*[b for b in c])
a[b]; a[b, c]; a[b,]; a[:]; a[b:]; a[:b]; a[b:c]; a[::]; a[b::]; a[:b:]; a[::b]; a[b:c:d]; a[b:c, d]; a[:, b]; a[..., b]
a[*b]; a[*b, c]; a[b, *c]; a[b][c]; a[(b, c)]; a[(b)]; a[b if c else d]; a[lambda: b]; a[*b, *c];
a[b:c, d:e, ::f]; a[()]; a[[b]]; a[not b]; a[b:=c]; a[-1]; a[b]()
(); (a,); (a, b); (a, b,); a,; a, b; a, b,; (a), (b); ((a, b)); ((a), b); (a,), (b,); *a, b; *a,; (*a, b); (*a,); a, *b
[]; [a]; [a,]; [a, b]; [*a]; [*a, *b]; [a, *b, c]; [[a]]; [(a, b)]; [(a)]
{}; {a}; {a,}; {a, b}; {*a}; {*a, b}; {a: b}; {a: b,}; {a: b, c: d}; {**a}; {**a, b: c}; {a: b, **c}; {**a, **b}; {a: (b, c)}
{a: b if c else d}; {(a): (b)}; {a: lambda: b}; {a if b else c: d}; {a or b}; {not a: not b}
[a for a in b]; [a for a in b if c]; [a for a in b if c if d]; [a for a in b for c in d]; [a for a in b if c for d in e if f]
{a for a in b}; {a: b for a in c}; {a: b for a, b in c}; (a for a in b); ((a) for a in b); [(a, b) for a, b in c]
[a for a, in b]; [a for (a, b) in c]; [a for [a, b] in c]; [a for *a, b in c]; [a for a.b in c]; [a for a[b] in c]
[[a for a in b] for c in d]
[a for a in b or c]; [lambda: a for a in b]; [a if b else c for a in d]
[a for a in (b if c else d)]; [a for a in b if c or d]; [a for a in b if not c]
(a
 +
 b)
(a
 .b
 .c(d)
 [e])
a \
    + b
(  a  ); [  a  ]; {  a  }; a (b); a [b]; a . b
(a)(b); (a)[b]; (a).b; (a)(b)(c); ((a)(b))(c); (a, b)[c]; [a][b]; {a}.b; 'a'.b; 'a'[b]; (lambda: a)()
(a + b).c; (a + b)[c]; (a + b)(c); (a if b else c)(d); (not a).b; -a.b; -a[b]; -a(b); -(a).b; (-a).b; await_.a; not a.b
(yield_); (a == b) == c; (a or b) and c; (a, *b); -1 ** 2; 2 ** -1; (- 1); a if (b) else (c); (a) if b else (c)
((a)); ((a) + (b)); ((a) and (b)); ((a) < (b)); (((a)).b); (((a))(b)); [((a))]; {((a)): ((b))}; a[((b))]; a[((b)):((c))]
a<b>c; a<-b; a>-b; a!=-b; a is(b); a in(b); a not in(b); not(a); a and(b); a if(b)else(c); (a)if(b)else(c)
a;b;c
a; b;
async def f():
    await a; await a.b; await a(); await a ** b; -await a; await (a); (await a).b; await a[b]; not await a; (await a)()
    [x async for x in y]; {x async for x in y if await z}; {x: y async for x, y in z}; (x async for x in y)
    [await x for x in y]; [x async for x in y for z in w]; [x for x in await y]; f(x async for x in y); await (yield a)
    return await a, b
def g():
    yield; yield a; yield a, b; yield *a, b; yield from a; yield from (a, b); a = yield; a = yield b; a += yield b; (yield)
    (yield a); (yield a, b); (yield from a); f((yield)); [(yield)]; a = b = yield c; a: int = yield; return (yield); await_
    x = yield a, b; x = yield from a; x = *a, b; return *a, b; (yield)[0]; f((yield a), b); yield (yield); yield lambda: (yield)
é; é.ü; é(ü=1); é + ü; [é, ü]; (é); 'é' + ü; ñ[é:ü]; 变量 = 1; 变量.属性; x̂; ªº; ℌ; ﬁ; 𝐱 = 𝔁; _é; aé1; K = Å
