# truth: safe
# twin: django-function-view-hostile.py
# entry: view(__import__("django.http").http.HttpRequest())

import subprocess

from django.http import HttpResponse


def view(request):
    host = request.GET.get("host", "localhost")
    secure = request.is_secure()
    subprocess.getoutput(f"ping -c 1 {'localhost'} # {secure}")  # sink
    return HttpResponse("pinged " + host)
