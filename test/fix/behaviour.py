"""A world for programs that are run twice, before and after a safe fix: what they give back, raise, log and start.

Loaded into CPython by behaviour.test.ts. Child processes are not started: what would be started is written down, with the
words that a POSIX shell makes of a command of plain words.
"""

import base64
import json
import logging
import os
import shlex
import subprocess
import sys
import types


CALLED = []
os.setsid, os.setpgrp = (lambda: CALLED.append("session")), (lambda: CALLED.append("group"))


class Child:
    """What subprocess would start."""

    log = []

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, *, start_new_session=False, process_group=-1, **others):
        words = shlex.split(args) if shell else [args] if isinstance(args, str) else list(args)
        session, group = start_new_session, process_group
        if preexec_fn is not None:
            CALLED.clear()
            preexec_fn()
            session, group = session or "session" in CALLED, 0 if "group" in CALLED else group
        state = {"words": words, "session": session, "group": group, "cwd": cwd, "env": env, "others": sorted(others)}
        Child.log.append(repr(state))
        self.args, self.returncode, self.pid = args, 0, 1
        self.stdin = self.stdout = self.stderr = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def communicate(self, input=None, timeout=None):
        return (b"output", b"")

    def wait(self, timeout=None):
        return 0

    def poll(self):
        return 0


class Records(logging.Handler):
    def __init__(self, lines):
        super().__init__()
        self.lines = lines

    def emit(self, record):
        self.lines.append((record.levelname, record.name, record.getMessage(), bool(record.exc_info)))

    def handleError(self, record):
        raise


def old_module(name, **members):
    """Names that Python has no more, as they were when it had them."""
    module = sys.modules.get(name) or types.ModuleType(name)
    for key, value in members.items():
        setattr(module, key, value)
    sys.modules[name] = module


def run_program(given):
    """Runs `given["source"]` and its function `run` on each input; a line for each, to be compared."""
    given = json.loads(given)
    # Aliases that were taken away in Python 3.9
    base64.decodestring, base64.encodestring = base64.decodebytes, base64.encodebytes
    subprocess.Popen = Child
    outcomes = []
    for source in given["inputs"]:
        Child.log = []
        records = []
        root = logging.getLogger()
        root.handlers, root.level = [Records(records)], logging.DEBUG
        names = {"__name__": "program"}
        try:
            exec(compile(given["source"], "program.py", "exec"), names)
            arguments = eval(source, {})
            sys.modules["flask"].request.args["x"] = arguments[0]
            result = repr(names["run"](*arguments))
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
        outcomes.append({"input": source, "result": result, "log": records, "children": Child.log})
    return json.dumps(outcomes)
