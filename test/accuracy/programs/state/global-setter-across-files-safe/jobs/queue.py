waiting = []


def add(job, priority):
    waiting.append({"job": job, "priority": priority})


def drain():
    while waiting:
        yield waiting.pop(0)
