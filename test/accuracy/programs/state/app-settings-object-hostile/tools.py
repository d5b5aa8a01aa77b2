import os


class Compiler:
    def __init__(self, options):
        self.options = options

    def compile(self, file):
        os.system(f"{self.options['compiler']} -O{self.options['level']} {file}")  # sink
