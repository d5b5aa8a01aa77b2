# Functions, classes, parameters, decorators, type parameters.
def f(): pass
def f(a): pass
def f(a,): pass
def f(a, b): pass
def f(a=1): pass
def f(a, b=1): pass
def f(a, /): pass
def f(a, /, b): pass
def f(a, b=1, /): pass
def f(a, b=1, /, c=2): pass
def f(a=1, /, b=2, *, c, d=3, **e): pass
def f(*a): pass
def f(*a, b): pass
def f(*a, b=1, c): pass
def f(*, a): pass
def f(*, a,): pass
def f(*, a=1, b): pass
def f(**a): pass
def f(**a,): pass
def f(*a, **b): pass
def f(*a, **b,): pass
def f(a, *b, c, **d): pass
def f(a: b): pass
def f(a: b = c): pass
def f(a: b, *c: d, e: f = g, **h: i) -> j: pass
def f(*a: *b): pass
def f(*a: *b[c], d): pass
def f() -> a: pass
def f() -> (a): pass
def f() -> (a, b): pass
def f() -> a if b else c: pass
def f() -> lambda: a: pass
def f(a=(1, 2), b=[c], d=lambda: e): pass
def f(
    a,
    b: int = 1,  # comment
    *,
    c,
): pass
def f[T](): pass
def f[T](a: T) -> T: pass
def f[T: int](): pass
def f[T: (int, str)](): pass
def f[*Ts](): pass
def f[**P](): pass
def f[T, *Ts, **P](): pass
def f[T = int](): pass
def f[T: int = str](): pass
def f[*Ts = *tuple[int]](): pass
def f[*Ts = a](): pass
def f[**P = [int, str]](): pass
def f[T,](): pass
async def f[T](): pass
def f():
    """docstring"""
def f():
    pass

    # comment

    pass
def f(): a; b
def f(): return a
def f(): yield
class C: pass
class C(): pass
class C(a): pass
class C(a,): pass
class C(a, b): pass
class C(a, b=c): pass
class C(a=b): pass
class C(*a): pass
class C(**a): pass
class C(*a, b, **c): pass
class C(a, *b, c=d, **e): pass
class C(a.b, c[d], e()): pass
class C(metaclass=a): pass
class C((a)): pass
class C[T]: pass
class C[T](): pass
class C[T](a[T]): pass
class C[T: int = str, *Ts = *a, **P = b](c, d=e): pass
class C:
    """docstring"""
    a = 1
    b: int
    def f(self): pass
    class D(E):
        pass
    @property
    def g(self): pass
@a
def f(): pass
@a.b
def f(): pass
@a()
def f(): pass
@a.b(c)
def f(): pass
@a
@b
def f(): pass
@a
class C: pass
@a
async def f(): pass
@(a)
def f(): pass
@a[b]
def f(): pass
@a if b else c
def f(): pass
@lambda x: x
def f(): pass
@a := b
def f(): pass
@a[b].c(d)
@ e
class C: pass
@a  # comment

# comment
@b

def f(): pass
if a:
    @b
    def f(): pass
    @c
    class D: pass
def f(match, case, type, _): pass
def match(): pass
def type(): pass
class case: pass
def print(): pass
def é(ü=1, *ñ): pass
lambda match, case: type
lambda a, /: a
lambda a, /, *, b: a
lambda a=1, *b, c=2, **d: a
lambda *a: a
lambda **a: a
lambda a,: a
lambda *a,: a
lambda **a,: a
lambda *, a,: a
