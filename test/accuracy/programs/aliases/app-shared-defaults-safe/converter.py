import os


class Converter:
    def __init__(self, options):
        self.options = options

    def run(self, file):
        os.system(f"convert -resize {self.options['size']} {file}")  # sink
