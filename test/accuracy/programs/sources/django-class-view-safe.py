# truth: safe
# twin: django-class-view-hostile.py
# entry: Thumbnail().post(__import__("django.http").http.HttpRequest())
# payloads: ["small"]

import subprocess

from django.http import JsonResponse
from django.views import View


class Thumbnail(View):
    sizes = {"small": "80x80", "large": "800x800"}

    def post(self, request, *args, **kwargs):
        size = request.POST["size"]
        subprocess.run(f"mogrify -resize {self.sizes[size]} in.png", shell=True)  # sink
        return JsonResponse({"size": size})
