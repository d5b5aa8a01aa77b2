# truth: hostile
# twin: django-body-safe.py
# entry: restore(__import__("django.http").http.HttpRequest())

import pickle

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

EMPTY = pickle.dumps({})


@csrf_exempt
def restore(request):
    body = request.body
    state = pickle.loads(body)  # sink
    return HttpResponse(str(len(state)))
