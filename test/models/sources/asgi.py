from marks import reveal


async def application(scope, receive, send):
    reveal(scope["path"])  # from: network
    reveal(scope["query_string"])  # from: network
    reveal(scope["headers"][0][1])  # from: network
    message = await receive()
    reveal(message["body"])  # from: network
    reveal(message.get("body", b""))  # from: network
    reveal(scope["type"])  # from: constant
    reveal(scope["app"])  # from: constant
    reveal(send)  # from: parameter


class Application:
    async def __call__(self, scope, receive, send):
        reveal(scope["path"])  # from: network
        reveal(scope["server"])  # from: constant


async def other(scope, receive):
    reveal(scope["path"])  # from: parameter
