import os


class Printer:
    def __init__(self, queue):
        self.queue = queue

    def print(self, document):
        os.system(f"lp -d {self.queue} -t {document.first_line()}")  # sink
