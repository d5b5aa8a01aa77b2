import flask
from flask import Flask, Blueprint, request, session, views
from markupsafe import escape
from werkzeug.utils import secure_filename

from marks import reveal

app = Flask(__name__)
api = Blueprint("api", __name__, url_prefix="/api")


@app.route("/search")
def search():
    reveal(request.args["q"])  # from: network
    reveal(request.args.get("q", ""))  # from: network
    reveal(request.args.getlist("tag")[0])  # from: network
    reveal(request.form["name"])  # from: network
    reveal(flask.request.values.to_dict())  # from: network
    reveal(request.headers["X-Token"])  # from: network
    reveal(request.headers.get("X-Token"))  # from: network
    reveal(request.cookies.get("seen"))  # from: network
    reveal(request.data)  # from: network
    reveal(request.get_data(as_text=True))  # from: network
    reveal(request.json["path"])  # from: network
    reveal(request.get_json()["path"])  # from: network
    reveal(request.path)  # from: network
    reveal(request.full_path)  # from: network
    reveal(request.url)  # from: network
    reveal(request.host)  # from: network
    reveal(request.view_args["name"])  # from: network
    reveal(request.stream.read())  # from: network
    reveal(request.environ["HTTP_USER_AGENT"])  # from: network
    reveal(request.user_agent.string)  # from: network
    reveal(request.referrer)  # from: network
    reveal(request.authorization.username)  # from: network
    upload = request.files["file"]
    reveal(upload.filename)  # from: network
    reveal(upload.read())  # from: network
    reveal(secure_filename(upload.filename))  # from: network; clean: path-traversal
    reveal(escape(request.args["q"]))  # from: network; clean: markup
    reveal(int(request.args["page"]))  # from: network; clean: shell sql code
    reveal(request.args.get("page", type=int))  # from: network; clean: shell sql code
    reveal(request.endpoint)  # from: constant
    reveal(request.blueprint)  # from: constant
    reveal(request.url_rule.rule)  # from: unknown
    reveal(request.method)  # from: constant
    reveal(request.is_json)  # from: constant
    reveal(request.content_length)  # from: constant
    reveal(app.config["DEBUG"])  # from: unknown
    reveal("fixed")  # from: constant
    # the client holds it, but cannot change it without the key
    reveal(session["user"])  # from: stored


@app.route("/users/<name>")
def show(name):
    reveal(name)  # from: network


@app.get("/files/<path:name>/<int:page>")
def part(name, page):
    reveal(name)  # from: network
    reveal(page)  # from: constant


@api.post("/items/<uuid:item>")
async def change(item):
    reveal(item)  # from: constant


def registered(name, number):
    reveal(name)  # from: network
    reveal(number)  # from: constant


app.add_url_rule("/registered/<name>/<int:number>", view_func=registered)


class Show(views.MethodView):
    def get(self, name):
        reveal(name)  # from: network

    def helper(self, name):
        reveal(name)  # from: parameter


class Old(views.View):
    def dispatch_request(self, name):
        reveal(name)  # from: network


app.add_url_rule("/show/<name>", view_func=Show.as_view("show"))


def annotated(given: flask.Request):
    reveal(given.args["q"])  # from: network
    reveal(given.method)  # from: constant


def plain(name):
    reveal(name)  # from: parameter


@app.errorhandler(404)
def missing(error):
    reveal(error)  # from: parameter


@app.before_request
def check():
    reveal(request.remote_addr)  # from: constant
# file: other.py
from app import app
from marks import reveal


def elsewhere(name):
    reveal(name)  # from: network


app.add_url_rule("/elsewhere/<name>", "elsewhere", elsewhere)
