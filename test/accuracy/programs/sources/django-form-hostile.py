# truth: hostile
# twin: django-form-safe.py
# entry: view(__import__("django.http").http.HttpRequest())

import subprocess

from django import forms
from django.http import HttpResponse


class ReportForm(forms.Form):
    title = forms.CharField(max_length=80)
    copies = forms.IntegerField(min_value=1)


def view(request):
    form = ReportForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    subprocess.check_output(f"lp -o {form.cleaned_data['title']} report.pdf", shell=True)  # sink
    return HttpResponse("printed")
