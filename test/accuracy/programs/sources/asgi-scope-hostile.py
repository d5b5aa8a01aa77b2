# truth: hostile
# twin: asgi-scope-safe.py
# entry: app({"type": "http", "path": "/" + flask.request.args.get("q", "")}, None, send)

import subprocess


async def send(message):
    print(message)


async def app(scope, receive, send):
    assert scope["type"] == "http"
    name = scope["path"].lstrip("/")
    subprocess.check_output("man " + name, shell=True)  # sink
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": name.encode()})
