# truth: safe
# twin: tornado-path-argument-hostile.py
# entry: Build().post(flask.request.args.get("q", ""), "12")

import subprocess

import tornado.web


class Build(tornado.web.RequestHandler):
    async def post(self, branch, number):
        count = int(number)
        subprocess.run(f"git checkout {f'HEAD~{count}'}", shell=True)  # sink
        self.write({"branch": branch})


app = tornado.web.Application([(r"/build/([^/]+)/(\d+)", Build)])
