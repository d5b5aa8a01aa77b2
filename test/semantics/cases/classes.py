# file: base.py
import pickle
class Safe(pickle.Unpickler): pass
# file: main.py
import enum
import pickle
import typing
from base import Safe as Parent
from unknown import Mystery

try:
    from fast import Base as Fallback
except ImportError:
    Fallback = object


class A: pass  # bases: nothing
class B(A): pass  # bases: main.A
class C(A): pass  # bases: main.A
class D(B, C): pass  # bases: main.B, main.C, main.A
class Child(Parent): pass  # bases: base.Safe, pickle.Unpickler
class E(Mystery): pass  # bases: unknown.Mystery, ?
class F(A, Mystery): pass  # bases: main.A, unknown.Mystery, ?
class G(typing.Generic[int], A): pass  # bases: typing.Generic, main.A, ?
class H(A, metaclass=enum.EnumMeta): pass  # bases: main.A
class I(computed()): pass  # bases: ?
class Loop(Loop): pass  # bases: ?
class Cyclic1: pass  # bases: nothing
class J[T](A): pass  # bases: main.A


class Outer:
    class Inner(A): pass  # bases: main.A
    class Second(Inner): pass  # bases: main.Outer.Inner, main.A
