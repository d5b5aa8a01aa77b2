class Document:
    def __init__(self, title, body):
        self.title = title
        self.body = body

    def first_line(self):
        return self.title.split("\n")[0]
