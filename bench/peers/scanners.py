"""Runs one scanner of model files over files named on standard input, one JSON line each: {"file", "verdict"}.

python scanners.py picklescan|picklescan-strict|fickling|modelscan < files

A verdict is what the tool's own command line would exit with: `caught`, `clean`, or `told` (an error, or that it does not
look into such files). Each file has a process and twenty seconds of its own.
"""

import json
import multiprocessing
import os
import sys
import zipfile


def picklescan(path, strict=False):
    from picklescan.scanner import scan_file_path

    result = scan_file_path(path, strict=strict)
    return "told" if result.scan_err else "caught" if result.issues_count else "clean"


def picklescan_strict(path):
    return picklescan(path, strict=True)


def fickling(path):
    from fickling.analysis import Severity
    from fickling.loader import scan_file, scan_zip_archive

    results = list(scan_zip_archive(path, graceful=True).values()) if zipfile.is_zipfile(path) else [scan_file(path, graceful=True)]
    if any(verdict.severity > Severity.LIKELY_SAFE for each in results for verdict in each.results):
        return "caught"
    return "told" if any(each.errors for each in results) else "clean"


def modelscan(path):
    from modelscan.modelscan import ModelScan

    scan = ModelScan()
    scan.scan(path)
    if not scan.scanned or scan.errors:
        return "told"
    return "caught" if scan.issues.all_issues else "clean"


def answer(tool, path, pipe):
    sys.stdout = sys.stderr = open(os.devnull, "w")
    try:
        pipe.send(tool(path))
    except BaseException:
        pipe.send("told")


if __name__ == "__main__":
    tool = {"picklescan": picklescan, "picklescan-strict": picklescan_strict, "fickling": fickling, "modelscan": modelscan}[
        sys.argv[1]
    ]
    # Imported once, before the processes are made.
    __import__(sys.argv[1].split("-")[0])
    context = multiprocessing.get_context("fork")
    for line in sys.stdin:
        path = line.rstrip("\n")
        mine, theirs = context.Pipe()
        process = context.Process(target=answer, args=(tool, path, theirs), daemon=True)
        process.start()
        theirs.close()
        try:
            verdict = mine.recv() if mine.poll(20) else "told"
        except EOFError:
            verdict = "told"
        process.kill()
        process.join()
        print(json.dumps({"file": path, "verdict": verdict}), flush=True)
