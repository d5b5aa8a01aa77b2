# truth: safe
# twin: django-rest-framework-hostile.py
# entry: Restart().post(__import__("rest_framework.request").request.Request())
# payloads: ["app-web", "app-x; owned"]

import os

from rest_framework.response import Response
from rest_framework.views import APIView


class Restart(APIView):
    def post(self, request, format=None):
        unit = request.data["unit"]
        if unit in ("app-web", "app-worker"):
            os.system(f"systemctl restart {unit}")  # sink
        return Response({"unit": unit})
