# truth: safe
# twin: tornado-handler-hostile.py
# known: undecided -- what a route hands to initialize() is not followed
# entry: Search(folder="/srv/docs").get()

import subprocess

import tornado.web


class Search(tornado.web.RequestHandler):
    def initialize(self, folder):
        self.folder = folder

    def get(self):
        pattern = self.get_argument("pattern")
        subprocess.getoutput("grep -r " + "TITLE " + self.folder)  # sink
        self.finish(pattern)


app = tornado.web.Application([(r"/search", Search, {"folder": "/srv/docs"})])
