# python: 3.9 3.13
import sys
from typing import TYPE_CHECKING

DEBUG = False
MAYBE = unknown()

if False:
    act()  # reachable: no
if True:
    act()  # reachable: yes
else:
    act()  # reachable: no
if TYPE_CHECKING:
    act()  # reachable: no
else:
    act()  # reachable: yes
if not TYPE_CHECKING:
    act()  # reachable: yes
if DEBUG:
    act()  # reachable: no
if MAYBE:
    act()  # reachable: yes
if sys.version_info >= (3, 8):
    act()  # reachable: yes
else:
    act()  # reachable: no
if sys.version_info >= (3, 11):
    act()  # reachable: yes
else:
    act()  # reachable: yes
if sys.version_info[0] == 2:
    act()  # reachable: no
if sys.version_info.major >= 3:
    act()  # reachable: yes
if sys.version_info < (3,):
    act()  # reachable: no
if sys.version_info > (3, 14):
    act()  # reachable: no


def after_return():
    act()  # reachable: yes
    return
    act()  # reachable: no


def after_raise(x):
    if x:
        raise ValueError
        act()  # reachable: no
    act()  # reachable: yes
    sys.exit(1)
    act()  # reachable: no


def loops(x):
    while True:
        act()  # reachable: yes
    act()  # reachable: no


def loops_with_break(x):
    while True:
        if x:
            break
    act()  # reachable: yes


def in_dead_code():
    if DEBUG:
        def inner():
            act()  # reachable: no
        return [act() for _ in "ab"]  # reachable: no


def constant_local():
    mode = "fast"
    if mode == "slow":
        act()  # reachable: no
    if mode in ("fast", "medium"):
        act()  # reachable: yes
