class ResizeForm:
    kinds = ("report", "csv", "7")

    def __init__(self, values):
        self.size = int(values.get("size", 7))
        self.kind = values.get("kind", "csv")

    def errors(self):
        problems = []
        if self.size > 4000:
            problems.append("size")
        if self.kind not in self.kinds:
            problems.append("kind")
        return problems
