# truth: hostile
# twin: django-form-safe.py
# entry: view(__import__("django.http").http.HttpRequest())

import os

from django import forms
from django.http import HttpResponse


class ReportForm(forms.Form):
    title = forms.CharField(max_length=80)
    copies = forms.IntegerField(min_value=1)


def view(request):
    form = ReportForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    os.system(f"lp -o {form.cleaned_data['title']} report.pdf")  # sink
    return HttpResponse("printed")
