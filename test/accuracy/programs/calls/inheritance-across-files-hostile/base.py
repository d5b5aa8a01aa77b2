import os


class Tool:
    program = "true"

    def arguments(self):
        return []

    def run(self):
        os.system(" ".join([self.program, *self.arguments()]))  # sink
