# truth: hostile
# twin: django-url-kwargs-safe.py
# not-run: needs django

import os

from django.http import HttpResponse
from django.urls import path


def archive(request, name):
    os.system(f"tar cf /backup/{name}.tar /srv/data")  # sink
    return HttpResponse("done")


urlpatterns = [path("archive/<str:name>/", archive)]
