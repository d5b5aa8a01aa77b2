# file: app/tools.py
import os
from pickle import loads
__all__ = ["run", "loads"]
def run(x): pass
def hidden(x): pass
# file: app/plain.py
from os import system
def helper(x): pass
def _private(x): pass
# file: app/circle.py
from app.circle2 import *
def one(): pass
# file: app/circle2.py
from app.circle import *
def two(): pass
# file: app/main.py
from unknown_library import *
from app.tools import *
from app.plain import *
from app.circle import *
from os.path import *
run(1)  # name: app.tools.run
loads(b"")  # name: pickle.loads
system("x")  # name: os.system
helper(1)  # name: app.plain.helper
one()  # name: app.circle.one
two()  # name: app.circle2.two
join("a", "b")  # name: os.path.join
hidden(1)  # name: unknown_library.hidden | ?
_private(1)  # nothing
mystery(1)  # name: unknown_library.mystery | ?
open("x")  # name: builtins.open | unknown_library.open | ?
def len(x): pass
len(1)  # name: app.main.len
# file: app/later.py
from app.plain import *
from unknown_library import *
helper(1)  # name: app.plain.helper | unknown_library.helper
# file: app/tables.py
from os import *
open("x", 0)  # name: os.open
system("x")  # name: os.system
print("x")  # name: builtins.print
