# What methods put into the lists and dicts of their objects, for methods that nobody is seen to call in any order.


class Registry:
    def __init__(self):
        self.names = []
        self.rules = []
        self.closed = []
        self.byname = {}

    def name(self, text):
        self.names.append(text)

    def rule(self, text):
        def decorator(function):
            self.rules.append((text, function))
            return function

        return decorator

    def keep(self, name):
        self.byname[name] = 1

    def build(self):
        reveal(self.closed)  # value: []
        first = self.rules[0]
        reveal(first)  # reached: yes
        for each in self.names:
            reveal(each)  # reached: yes
        reveal(self.byname["a"])  # reached: yes

    def last(self):
        first = self.closed[0]
        reveal(first)  # reached: no
