import falcon

from marks import reveal


class Quote:
    def on_get(self, req, resp, name):
        reveal(req.params["q"])  # from: network
        reveal(req.get_param("q"))  # from: network
        reveal(req.media["path"])  # from: network
        reveal(req.stream.read())  # from: network
        reveal(req.get_header("X-Token"))  # from: network
        reveal(req.cookies["seen"])  # from: network
        reveal(req.method)  # from: constant
        reveal(req.context.user)  # from: unknown
        reveal(int(req.get_param("page")))  # from: network; clean: shell
        resp.text = "ok"

    def on_post(self, req: falcon.Request, resp: falcon.Response):
        reveal(req.bounded_stream.read())  # from: network


def helper(given):
    reveal(given)  # from: parameter
