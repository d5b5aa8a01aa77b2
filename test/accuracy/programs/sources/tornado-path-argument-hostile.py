# truth: hostile
# twin: tornado-path-argument-safe.py
# entry: Build().post(flask.request.args.get("q", ""), "12")

import subprocess

import tornado.web


class Build(tornado.web.RequestHandler):
    async def post(self, branch, number):
        count = int(number)
        subprocess.run(f"git checkout {branch}", shell=True)  # sink
        self.write({"branch": branch})


app = tornado.web.Application([(r"/build/([^/]+)/(\d+)", Build)])
