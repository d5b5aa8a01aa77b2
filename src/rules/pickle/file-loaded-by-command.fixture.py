import asyncio
import os
import subprocess
import subprocess as sp
import sys


def show(path):
    subprocess.run([sys.executable, "-m", "pickle", path], check=True)  # fail: loads
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    sp.check_output(("python3", "-m", "pickle", path))  # fail: loads
    os.system("python -m pickle dump.pkl")  # fail: loads
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    subprocess.run("python3.11 -I -m pickle " + path, shell=True)  # fail: loads


async def show_later(path):
    await asyncio.create_subprocess_exec(sys.executable, "-m", "pickle", path)  # fail: loads


def in_steps(path):
    command = [sys.executable, "-m", "pickle"]
    command.append(path)
    subprocess.run(command)  # fail: loads


def harmless(path):
    subprocess.run([sys.executable, "-m", "pickletools", path])  # nothing: takes it apart
    subprocess.run([sys.executable, "-m", "json.tool", path])  # nothing: another module
    subprocess.run(["grep", "-m", "1", "pickle", path])  # nothing: another program
    os.system("python -m pickletools dump.pkl")  # nothing: takes it apart
    print("python -m pickle dump.pkl")  # nothing: not run
# file: inspect.sh
#!/bin/sh
python3 -m pickle "$1"  # fail: loads
find . -name '*.pkl' | xargs -n 1 python3 -m pickletools  # nothing: takes it apart
timeout 5 python3.12 -Im pickle cache/state.pkl  # fail: loads
# file: .github/workflows/model.yml
jobs:
  check:
    steps:
      - run: python -m pickle model.pkl  # fail: loads
