# Structural pattern matching.
match a:
    case 1: pass
    case -1: pass
    case 1.5: pass
    case -1.5: pass
    case 1j: pass
    case -1j: pass
    case 1 + 2j: pass
    case 1 - 2j: pass
    case -1 + 2j: pass
    case -1.5 - 2.5j: pass
    case 'a': pass
    case 'a' 'b': pass
    case b'a': pass
    case f: pass
    case None: pass
    case True: pass
    case False: pass
    case a.b: pass
    case a.b.c: pass
    case (a.b): pass
    case _: pass
match a:
    case b: pass
match a:
    case (b): pass
match a:
    case ((b)): pass
match a:
    case 1 | 2: pass
    case 1 | 2 | 3: pass
    case (1 | 2): pass
    case (1) | (2): pass
    case 1 | (2 | 3): pass
    case 1 as b: pass
    case 1 | 2 as b: pass
    case (1 | 2) as b: pass
    case (1 as b): pass
    case (1 as b) as c: pass
    case []: pass
    case (): pass
    case [b]: pass
    case (b,): pass
    case b,: pass
    case b, c: pass
    case b, c,: pass
    case (b, c): pass
    case [b, c]: pass
    case [b, c,]: pass
    case [b, *c]: pass
    case [*b]: pass
    case *b,: pass
    case *b, c: pass
    case *_, c: pass
    case (b, *_): pass
    case [*_]: pass
    case [b, [c, d], (e, f)]: pass
    case [1 as b, 2 | 3]: pass
    case {}: pass
    case {'a': b}: pass
    case {'a': b,}: pass
    case {'a': b, 'c': d}: pass
    case {'a': b, **c}: pass
    case {'a': b, **c,}: pass
    case {**b}: pass
    case {**b,}: pass
    case {1: b, -1: c, 1 + 2j: d, None: e, True: f, a.b: g, 'a' 'b': h, b'c': i}: pass
    case {'a': 1 | 2 as b}: pass
    case {'a': {'b': [c, *_]}}: pass
    case A(): pass
    case A(b): pass
    case A(b,): pass
    case A(b, c): pass
    case A(b=c): pass
    case A(b=c,): pass
    case A(b, c=d): pass
    case A(b, c=d,): pass
    case A(b=1 | 2, c=d as e): pass
    case A(1 as b): pass
    case a.B(c, d=e): pass
    case a.b.C(): pass
    case A(B(c), d=D(e=[f])): pass
    case b if c: pass
    case 1 if c if d else e: pass
    case (b) if (c): pass
    case [b, c] if d: pass
    case b, c if d: pass
    case b if lambda: c: pass
    case b if (c := d): pass
    case match: pass
match a:
    case case: pass
match a:
    case type: pass
match a, b:
    case c, d: pass
match a,:
    case b: pass
match *a, b:
    case c: pass
match *a,:
    case c: pass
match (a, b):
    case c: pass
match (a):
    case b: pass
match [a]:
    case b: pass
match {a: b}:
    case c: pass
match -a:
    case b: pass
match not a:
    case b: pass
match a.b(c)[d]:
    case e: pass
match a if b else c:
    case d: pass
match lambda: a:
    case b: pass
match a := b:
    case c: pass
match (yield_):
    case c: pass
match match:
    case case: pass
match case:
    case match: pass
match(a):
    case b: pass
match(a, b):
    case c: pass
match(a)(b):
    case c: pass
match (a).b:
    case c: pass
match [a, b][c]:
    case d: pass
match 'a':
    case 'a': pass
match f'{a}':
    case b: pass
match ...:
    case _: pass
match a:
    case b:
        c
        d
    case e:
        match f:
            case g:
                h
    case _:
        i
if a:
    match b:
        case c: d
    match = 1
    match(b)
    match[b]
    case = 1
match a:

    # comment
    case b: pass

    # comment

    case c: pass
match é:
    case ü: pass
    case Ñ(ö=ä): pass
match a:
    case(b): pass
match a:
    case[b]: pass
    case{'a': b}: pass
    case(b, c): pass
    case-1: pass
    case'a': pass
match -a:
    case 0x10 | 0o7 | 1_0: pass
    case -0x1: pass
    case ''  'a': pass
    case r'\d': pass
    case u'a': pass
    case (-1): pass
    case (1 + 2j): pass
