"""Loads pickles that are said to be harmless, one after the other, and prints what they did that harmless ones do not.

The input is a line of base64 a pickle. An audit hook (PEP 578) hears of files that are opened, code that is compiled or run,
processes, sockets and imports; all modules that may be named are imported before it listens. One line of JSON comes out:
how many were loaded, how many raised, and `[index, event, arguments]` of each event.
"""

import base64
import importlib
import io
import json
import pickle
import resource
import sys

MODULES = sys.argv[1].split(",")
for each in MODULES:
    importlib.import_module(each)
importlib.import_module("tzdata") if importlib.util.find_spec("tzdata") else None
import zoneinfo  # noqa: E402

zoneinfo.ZoneInfo("UTC")

# Two gigabytes and a minute: a pickle that wants more has done harm as well.
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

lines = sys.stdin.read().split()
events = []
now = -1
# What loading is made of, and looking up attributes.
QUIET = {"pickle.find_class", "object.__getattr__", "object.__setattr__", "id"}


def hear(event, arguments):
    if now >= 0 and event not in QUIET:
        events.append([now, event, repr(arguments)[:200]])


sys.addaudithook(hear)
loaded = raised = 0
for index, line in enumerate(lines):
    data = base64.b64decode(line)
    names = set(sys.modules)
    now = index
    try:
        pickle.loads(data)
        loaded += 1
    except MemoryError:
        events.append([index, "memory", ""])
    except Exception:
        raised += 1
    now = -1
    if set(sys.modules) != names:
        events.append([index, "modules", repr(set(sys.modules) - names)])
print(json.dumps({"loaded": loaded, "raised": raised, "events": events}))
