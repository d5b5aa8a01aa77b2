"""Stub of flask.views: classes whose methods answer requests."""


class View:
    @classmethod
    def as_view(cls, _name, *args, **options):
        return lambda **more: cls(*args, **options).dispatch_request(**more)


class MethodView(View):
    def dispatch_request(self, **more):
        import flask

        return getattr(self, flask.request.method.lower())(**more)
