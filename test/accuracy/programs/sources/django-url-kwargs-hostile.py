# truth: hostile
# twin: django-url-kwargs-safe.py
# entry: archive(__import__("django.http").http.HttpRequest(), flask.request.args.get("q", ""))

import os

from django.http import HttpResponse
from django.urls import path


def archive(request, name):
    os.system(f"tar cf /backup/{name}.tar /srv/data")  # sink
    return HttpResponse("done")


urlpatterns = [path("archive/<str:name>/", archive)]
