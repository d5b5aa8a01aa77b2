from dataclasses import dataclass


@dataclass
class Plan:
    folder: str
    label: str
    done: bool = False


class MemoryRepository:
    def __init__(self):
        self._plans = {}

    def add(self, plan):
        number = len(self._plans) + 1
        self._plans[number] = plan
        return number

    def get(self, number):
        return self._plans[number]
