# truth: safe
# twin: asgi-body-hostile.py
# entry: app({"type": "http"}, lambda: __import__("standins").at_once(lambda: {"body": flask.request.get_data()}), lambda message: __import__("standins").nothing())

import pickle


async def app(scope, receive, send):
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    state = pickle.loads(pickle.dumps(len(body)))  # sink
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": repr(state).encode()})
