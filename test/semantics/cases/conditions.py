import sys
from typing import NoReturn


def enclosing(x, y):
    if x:
        act()  # when: x
    elif y:
        act()  # when: y, not x
    else:
        act()  # when: not y, not x
    act()  # when: nothing
    while y:
        act()  # when: y
    for z in x:
        act()  # when: not y


def early(x, y):
    if not x:
        return
    act()  # when: not not x
    if y is None:
        raise ValueError
    act()  # when: not y is None, not not x
    if y:
        act()  # when: y, not y is None, not not x
    else:
        return
    act()  # when: y, not y is None, not not x


def not_early(x):
    if not x:
        log()
    act()  # when: nothing
    if x:
        if x.y:
            return
    act()  # when: nothing


def exits(x):
    if x:
        sys.exit(1)
    act()  # when: not x
    if x.y:
        stop()
    act()  # when: not x.y, not x
    if x.z:
        maybe_stop()
    act()  # when: not x.y, not x


def stop() -> NoReturn:
    raise SystemExit


def maybe_stop():
    pass


def asserted(x):
    assert isinstance(x, str), "no"
    act()  # when: isinstance(x, str)


def in_expression(x, y):
    reveal(x and act())  # when: nothing
    return x and act()  # when: x


def in_ternary(x):
    return 1 if x else act()  # when: not x


def in_or(x, y):
    return x or y or act()  # when: not x, not y


def in_comprehension(xs):
    return [act(x) for x in xs if x > 1 if x < 5]  # when: x > 1, x < 5


def in_loop(xs):
    for x in xs:
        if x.bad:
            continue
        act(x)  # when: not x.bad
    for x in xs:
        if x.bad:
            break
        act(x)  # when: not x.bad


def rebound(x):
    if not x.ok:
        return
    act(x)  # when: not not x.ok
    x = other()
    act(x)  # when: nothing


def rebound_sometimes(x, y):
    if not x:
        return
    if y:
        x = other()
    act(x)  # when: nothing


def rebound_before(x):
    x = other()
    if not x:
        return
    act(x)  # when: not not x


def rebound_in_loop(x):
    if not x:
        return
    while more():
        act(x)  # when: more()
        x = other()


def attribute_changed(x):
    if not x.ok:
        return
    x.ok = other()
    act(x)  # when: nothing


def reraising(x):
    try:
        check(x)
        assert x
    except ValueError:
        raise
    act(x)  # when: x


def swallowing(x):
    try:
        assert x
    except ValueError:
        pass
    act(x)  # when: nothing


def in_with(x):
    with opened():
        if not x:
            return
    act(x)  # when: not not x


def matched(command):
    match command:
        case "a" if command.ok:
            act()  # when: command.ok
        case _:
            act()  # when: nothing


def nested(x):
    if x:
        def inner():
            act()  # when: nothing
        return [act() for y in x]  # when: x


def after_loop(x):
    while not x.ready:
        wait()
    act()  # when: not not x.ready
    while True:
        if x.done:
            break
    act()  # when: not not x.ready


def same_text(a, b):
    reveal(a, a)  # same: yes
    reveal(a, b)  # same: no
    reveal(a.x, a.x)  # same: yes
    reveal(a["k"], a["k"])  # same: yes
    reveal(a["k"], a["l"])  # same: no
    reveal(f(), f())  # same: no


def same_later(a):
    reveal(a, [a, a := 1][0])  # same: no
    if unknown():
        a = 2
    reveal(a, a)  # same: yes


CONSTANT = 1


def same_constant():
    reveal(CONSTANT, CONSTANT)  # same: yes


if __name__ == "__main__":
    act()  # when: __name__ == "__main__"


def in_handler(x):
    try:
        assert x
        act()  # when: x
    except AssertionError:
        act()  # when: nothing
    else:
        act()  # when: x
    finally:
        act()  # when: nothing


def in_suppress(x):
    with suppress(AssertionError):
        assert x
        act()  # when: x
    act()  # when: nothing
