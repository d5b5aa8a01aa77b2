"""Stub of Flask: a request whose every part is the payload, decorators that hand back what they are given."""

import json as _json

import heed_world


class Upload:
    @property
    def filename(self):
        return heed_world.line()

    name = filename

    @property
    def stream(self):
        import io

        return io.BytesIO(heed_world.body())

    def read(self, size=-1):
        return heed_world.body()

    def save(self, destination):
        return None


class Uploads:
    def __getitem__(self, key):
        return Upload()

    def get(self, key, default=None):
        return Upload()

    def getlist(self, key):
        return [Upload()]

    def __contains__(self, key):
        return True


class Request:
    args = form = values = cookies = headers = view_args = heed_world.Query()
    files = Uploads()
    method = "POST"
    remote_addr = "203.0.113.9"
    endpoint = "view"
    is_json = True

    @property
    def data(self):
        return heed_world.body()

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        return heed_world.line() if as_text else heed_world.body()

    @property
    def json(self):
        return heed_world.data()

    def get_json(self, force=False, silent=False, cache=True):
        return heed_world.data()

    @property
    def stream(self):
        import io

        return io.BytesIO(heed_world.body())

    @property
    def query_string(self):
        return heed_world.body()

    @property
    def path(self):
        return "/" + heed_world.line()

    @property
    def url(self):
        return "http://localhost/" + heed_world.line()

    full_path = path

    @property
    def user_agent(self):
        return heed_world.line()

    @property
    def referrer(self):
        return heed_world.line()


request = Request()
session = {}


class Globals:
    pass


g = Globals()


class HTTPError(Exception):
    pass


def abort(code, *_args, **_options):
    raise HTTPError(code)


def jsonify(*args, **options):
    return _json.dumps(args[0] if args else options, default=str)


class Response:
    def __init__(self, response=None, status=200, **_options):
        self.response, self.status, self.headers = response, status, {}


def make_response(*args):
    return Response(*args[:1])


class Flask:
    def __init__(self, *_args, **_options):
        self.config = {}
        self.logger = Globals()
        self.logger.info = self.logger.warning = self.logger.error = lambda *_args, **_options: None

    def route(self, *_args, **_options):
        return lambda function: function

    get = post = put = delete = route

    def before_request(self, function):
        return function

    after_request = teardown_request = context_processor = before_request

    def errorhandler(self, *_args):
        return lambda function: function

    def register_blueprint(self, *_args, **_options):
        return None

    def run(self, *_args, **_options):
        return None


class Blueprint(Flask):
    pass


current_app = Flask()
