# file: src/app/__init__.py
from .core import helper, Thing
from . import tools
__version__ = "1.2"
# file: src/app/core.py
import pickle
from pickle import loads as _loads
def helper(x): pass
class Thing:
    loads = pickle.loads
    class Inner:
        def run(self): pass
loads = _loads
DEBUG = False
# file: src/app/tools/__init__.py
from ..core import loads
from .deep import dump
# file: src/app/tools/deep.py
from ...app.core import helper
from pickle import dump
import app.core
app.core.helper(1)  # name: app.core.helper
helper(1)  # name: app.core.helper
# file: src/app/circular_a.py
from .circular_b import value
from .circular_b import other as mine
# file: src/app/circular_b.py
from .circular_a import value
from .circular_a import mine as other
value(1)  # nothing
# file: src/main.py
import app
import app.tools.deep as deep
from app import helper as h, Thing, tools
from app.tools import loads, dump
from app import core
from app import nothing_like_that
app.helper(1)  # name: app.core.helper
h(1)  # name: app.core.helper
app.tools.loads(b"")  # name: pickle.loads
tools.dump(1)  # name: pickle.dump
loads(b"")  # name: pickle.loads
dump(1, f)  # name: pickle.dump
core.loads(b"")  # name: pickle.loads
deep.dump(1, f)  # name: pickle.dump
Thing.loads(b"")  # name: pickle.loads
Thing.Inner().run()  # name: app.core.Thing.Inner.run
reveal(app.__version__)  # value: "1.2"
reveal(core.DEBUG)  # value: False
nothing_like_that(1)  # name: app.nothing_like_that | ?
# file: namespace/part/module.py
def f(): pass
# file: namespace/user.py
import namespace.part.module
from namespace.part import module
from namespace.part.module import f
namespace.part.module.f()  # name: namespace.part.module.f
module.f()  # name: namespace.part.module.f
f()  # name: namespace.part.module.f
# file: scripts/tool.py
from beside import g
import pickle
g()  # name: scripts.beside.g
pickle.loads(b"")  # name: pickle.loads
# file: scripts/beside.py
def g(): pass
# file: src/app/pickle.py
def loads(x): pass
# file: src/app/user.py
import pickle
from . import pickle as own
pickle.loads(b"")  # name: pickle.loads
own.loads(b"")  # name: app.pickle.loads
