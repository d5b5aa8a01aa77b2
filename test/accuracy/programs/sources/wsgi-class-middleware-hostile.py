# truth: hostile
# twin: wsgi-class-middleware-safe.py
# entry: Log(lambda environ, start: [])({"PATH_INFO": "/" + flask.request.args.get("q", "")}, print)

import subprocess


class Log:
    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        subprocess.Popen(f"logger asked for {path}", shell=True)  # sink
        return self.application(environ, start_response)
