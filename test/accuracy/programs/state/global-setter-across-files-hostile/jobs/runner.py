import subprocess

from jobs import queue


def run_all():
    for entry in queue.drain():
        subprocess.run("batch " + entry["job"], shell=True)  # sink
