# truth: safe
# twin: django-url-kwargs-hostile.py
# entry: archive(__import__("django.http").http.HttpRequest(), 7)

import os

from django.http import HttpResponse
from django.urls import path


def archive(request, name):
    os.system(f"tar cf /backup/{name}.tar /srv/data")  # sink
    return HttpResponse("done")


urlpatterns = [path("archive/<int:name>/", archive)]
