# truth: safe
# twin: django-stored-row-hostile.py
# known: undecided -- of which model the rows of a manager are is not followed
# entry: (upload(__import__("django.http").http.HttpRequest()), print_all(__import__("django.http").http.HttpRequest()))

import subprocess

from django.db import models
from django.http import HttpResponse


class Document(models.Model):
    title = models.CharField(max_length=200)
    pages = models.IntegerField()


def upload(request):
    Document.objects.create(title=request.POST["title"], pages=1)
    return HttpResponse("stored")


def print_all(request):
    for document in Document.objects.all():
        subprocess.check_output(f"lp -o job={document.pages } report.pdf", shell=True)  # sink
    return HttpResponse("printed")
