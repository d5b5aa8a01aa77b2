# truth: hostile
# twin: argv-safe.py
# entry: (sys.argv.__setitem__(slice(None), ["tool.py", flask.request.args.get("q", "")]), main())

import os
import sys


def main():
    if len(sys.argv) != 2:
        raise SystemExit("usage: tool.py FILE")
    os.system("file " + sys.argv[1])  # sink
