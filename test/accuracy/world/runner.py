"""Runs one program once with each payload, and tells whether an attack came through."""

import importlib
import json
import os
import shutil
import sys

import heed_world

helpers = {
    name: getattr(heed_world, name)
    for name in (
        "handle attacks shell_attacks path_attacks url_attacks markup_attacks pickle_attacks benign PICKLE LOGGING "
        "ABSENT"
    ).split()
}
kept_environment = dict(os.environ)
kept_modules = set()
folder = "/program"
work = "/work"


def start():
    sys.dont_write_bytecode = True
    heed_world.install()
    for name in "base64 json urllib.parse binascii pickle zlib hmac hashlib codecs flask".split():
        helpers[name.partition(".")[0]] = __import__(name)
    kept_modules.update(sys.modules)


def run_program(case):
    """case: JSON with files {path: text}, main, entry, payloads (an expression or null), thorough, sinks [[path, line]]"""
    case = json.loads(case)
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in case["files"].items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w") as file:
            file.write(text)
    importlib.invalidate_caches()
    main = os.path.join(folder, case["main"])
    try:
        code = compile(case["files"][case["main"]], main, "exec")
        entry = compile(case["entry"], "entry", "eval")
        payloads = eval(case["payloads"], dict(helpers)) if case["payloads"] else []
    except Exception as problem:
        return json.dumps({"runs": 0, "reached": 0, "through": [], "errors": {repr(problem): 1}})
    payloads = payloads + heed_world.text_payloads()
    if case["thorough"]:
        payloads += heed_world.combinations(list(case["files"].values()))
    reached, through, errors = 0, [], {}
    for payload in payloads:
        records, error = run_once(code, entry, payload)
        at_sink = [each for each in records if list(each[3]) in case["sinks"] or each[0] == "code"]
        if not at_sink:
            at_sink = [each for each in records if each[0] != "open"]
        reached += bool(at_sink)
        if any(hostile for _, _, hostile, _ in at_sink):
            through.append([repr(payload)[:120], next(what for _, what, hostile, _ in at_sink if hostile)])
        if error is not None:
            errors[error] = errors.get(error, 0) + 1
    return json.dumps({"runs": len(payloads), "reached": reached, "through": through, "errors": errors})


def run_once(code, entry, payload):
    forget()
    run = heed_world.run = heed_world.Run(payload)
    error = None
    try:
        module = type(sys)("main")
        module.__file__ = code.co_filename
        sys.modules["main"] = module
        exec(code, module.__dict__)
        names = dict(helpers)
        names.update(module.__dict__)
        result = eval(entry, names)
        if hasattr(result, "send") and hasattr(result, "cr_code"):
            import standins

            standins.drive(result)
        elif hasattr(result, "gi_code"):
            for _ in result:
                pass
    except BaseException as problem:
        error = f"{type(problem).__name__}: {problem}"[:120]
    return run.records, error


def forget():
    """Nothing of an earlier run is left for the next: modules of the program, variables, files, sessions."""
    for name in list(sys.modules):
        if name not in kept_modules and hasattr(sys.modules[name], "__file__"):
            if (sys.modules[name].__file__ or "").startswith(folder):
                del sys.modules[name]
    if os.environ != kept_environment:
        os.environ.clear()
        os.environ.update(kept_environment)
    if sys.path[0] != folder:
        sys.path.insert(0, folder)
    if os.path.isdir(work) and os.listdir(work):
        os.chdir("/")
        shutil.rmtree(work)
    os.makedirs(work, exist_ok=True)
    os.chdir(work)
    sys.modules["flask"].session.clear()
    sys.modules["flask"].g.__dict__.clear()
