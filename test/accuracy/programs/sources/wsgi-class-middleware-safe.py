# truth: safe
# twin: wsgi-class-middleware-hostile.py
# entry: Log(lambda environ, start: [])({"PATH_INFO": "/" + flask.request.args.get("q", "")}, print)

import subprocess


class Log:
    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        subprocess.Popen(f"logger asked for {len(path)} characters", shell=True)  # sink
        return self.application(environ, start_response)
