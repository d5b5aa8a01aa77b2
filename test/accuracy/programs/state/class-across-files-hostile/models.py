class Document:
    def __init__(self, title, body):
        self.title = title
        self.body = body

    def first_line(self):
        return self.body.split("\n")[0]
