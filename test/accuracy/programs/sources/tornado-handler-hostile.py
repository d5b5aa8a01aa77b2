# truth: hostile
# twin: tornado-handler-safe.py
# entry: Search(folder="/srv/docs").get()

import subprocess

import tornado.web


class Search(tornado.web.RequestHandler):
    def initialize(self, folder):
        self.folder = folder

    def get(self):
        pattern = self.get_argument("pattern")
        subprocess.getoutput("grep -r " + pattern + " " + self.folder)  # sink
        self.finish(pattern)


app = tornado.web.Application([(r"/search", Search, {"folder": "/srv/docs"})])
