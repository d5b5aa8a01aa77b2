# truth: safe
# twin: asgi-scope-hostile.py
# entry: app({"type": "http", "path": "/" + flask.request.args.get("q", "")}, None, send)

import subprocess


async def send(message):
    print(message)


async def app(scope, receive, send):
    assert scope["type"] == "http"
    name = scope["path"].lstrip("/")
    subprocess.check_output("man " + scope["type"], shell=True)  # sink
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": name.encode()})
