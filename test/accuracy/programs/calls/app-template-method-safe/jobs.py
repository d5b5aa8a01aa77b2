from base import Job


class ListJob(Job):
    program = "ls -l"
    fields = ("folder",)


class CountJob(Job):
    program = "wc -l"
    fields = ("file",)

    def field(self, name):
        return "%d.txt" % len(super().field(name))
