from bottle import Bottle, get, post, request, route, run

from marks import reveal

app = Bottle()


@route("/hello/<name>")
def hello(name="world"):
    reveal(name)  # from: network
    reveal(request.query.q)  # from: network
    reveal(request.query["q"])  # from: network
    reveal(request.query.get("q"))  # from: network
    reveal(request.query.getall("tag")[0])  # from: network
    reveal(request.forms.get("name"))  # from: network
    reveal(request.params.name)  # from: network
    reveal(request.json["path"])  # from: network
    reveal(request.body.read())  # from: network
    reveal(request.headers["X-Token"])  # from: network
    reveal(request.get_header("X-Token"))  # from: network
    reveal(request.get_cookie("seen"))  # from: network
    upload = request.files.get("file")
    reveal(upload.filename)  # from: network
    reveal(upload.raw_filename)  # from: network
    reveal(upload.file.read())  # from: network
    reveal(request.url)  # from: network
    reveal(int(request.query.page))  # from: network; clean: shell
    reveal(request.method)  # from: constant
    reveal(request.app)  # from: constant
    reveal(request.route)  # from: constant


@app.post("/items/<number:int>/<name>")
def item(number, name):
    reveal(name)  # from: network
    reveal(number)  # from: constant


def added(name):
    reveal(name)  # from: network


app.route("/added/<name>", "GET", added)


def helper(name):
    reveal(name)  # from: parameter
