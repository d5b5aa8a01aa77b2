import subprocess

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.core.management.base import BaseCommand
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.encoding import force_str
from django.utils.html import escape
from django.utils.text import get_valid_filename
from django.views import View
from django.views.generic import DetailView, FormView, ListView

from marks import reveal


def search(request):
    reveal(request.GET["q"])  # from: network
    reveal(request.GET.get("q", ""))  # from: network
    reveal(request.GET.getlist("tag")[0])  # from: network
    reveal(request.POST["name"])  # from: network
    reveal(request.body)  # from: network
    reveal(request.COOKIES["seen"])  # from: network
    reveal(request.headers["X-Token"])  # from: network
    reveal(request.META["HTTP_REFERER"])  # from: network
    reveal(request.META.get("HTTP_REFERER"))  # from: network
    reveal(request.path)  # from: network
    reveal(request.path_info)  # from: network
    reveal(request.get_full_path())  # from: network
    reveal(request.build_absolute_uri())  # from: network
    reveal(request.get_host())  # from: network
    upload = request.FILES["file"]
    reveal(upload.name)  # from: network
    reveal(upload.read())  # from: network
    for chunk in upload.chunks():
        reveal(chunk)  # from: network
    reveal(force_str(request.body))  # from: network
    reveal(get_valid_filename(upload.name))  # from: network; clean: path-traversal
    reveal(escape(request.GET["q"]))  # from: network; clean: markup
    reveal(int(request.GET["page"]))  # from: network; clean: shell sql
    reveal(request.method)  # from: constant
    reveal(request.META["REMOTE_ADDR"])  # from: constant
    reveal(request.resolver_match.url_name)  # from: unknown
    reveal(request.is_secure())  # from: constant
    # put there by the program
    reveal(request.user)  # from: stored
    reveal(request.user.username)  # from: stored
    reveal(request.session["cart"])  # from: stored
    reveal(request.session.get("cart"))  # from: stored
    return render(request, "search.html")


def show(request, name, number=1):
    reveal(name)  # from: network
    reveal(number)  # from: constant


@login_required
def guarded(request, name):
    reveal(name)  # from: network
    reveal(request.GET["q"])  # from: network


def wrapped(request, slug):
    reveal(slug)  # from: network


def not_registered(name):
    reveal(name)  # from: parameter


def annotated(http: HttpRequest):
    reveal(http.POST["name"])  # from: network
    reveal(http.method)  # from: constant


class Contact(View):
    def get(self, request, name):
        reveal(request.GET["q"])  # from: network
        reveal(request.user)  # from: stored
        reveal(name)  # from: network

    def post(self, *args, **kwargs):
        reveal(self.request.POST["name"])  # from: network
        reveal(self.request.method)  # from: constant
        reveal(self.request.user)  # from: stored
        reveal(self.kwargs["name"])  # from: network
        reveal(kwargs["name"])  # from: network

    def helper(self, name):
        reveal(name)  # from: parameter


class Step(View):
    def dispatch(self, request, name, pipeline):
        reveal(name.strip())  # from: network
        # text has no such method: the project calls it, with an object of its own
        reveal(pipeline.fetch_state("data"))  # from: parameter
        return pipeline.next_step()


class Entries(ListView):
    def get_queryset(self):
        reveal(self.kwargs["year"])  # from: network
        reveal(self.request.GET.get("sort"))  # from: network
        return Entry.objects.filter(title=self.request.GET["title"])


class ContactForm(forms.Form):
    subject = forms.CharField(max_length=100)
    copies = forms.IntegerField(min_value=1)
    day = forms.DateField()

    def clean_subject(self):
        reveal(self.cleaned_data["subject"])  # from: network
        reveal(self.fields)  # from: constant
        return self.cleaned_data["subject"]


def send(request):
    form = ContactForm(request.POST)
    if form.is_valid():
        reveal(form.cleaned_data["subject"])  # from: network
        reveal(form.cleaned_data.get("subject"))  # from: network
        reveal(form.cleaned_data["copies"])  # from: constant
        reveal(form.cleaned_data["day"])  # from: constant
        reveal(form.data["copies"])  # from: network
        reveal(form.errors)  # from: constant


class ContactView(FormView):
    form_class = ContactForm

    def form_valid(self, form):
        reveal(form.cleaned_data["subject"])  # from: network


class Entry(models.Model):
    title = models.CharField(max_length=100)
    size = models.IntegerField()

    def command(self):
        reveal(self.title)  # from: stored
        subprocess.run(["echo", self.title])


def rows(request):
    reveal(Entry.objects.get(pk=1).title)  # from: stored
    reveal(Entry.objects.filter(size=3).first())  # from: stored
    for entry in Entry.objects.all():
        reveal(entry)  # from: stored
        reveal(entry.title)  # from: stored
    reveal(get_object_or_404(Entry, pk=1).title)  # from: stored
    reveal(cache.get("key"))  # from: stored
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM entry")
        reveal(cursor.fetchone()[0])  # from: stored
        reveal(cursor.fetchall())  # from: stored


class Command(BaseCommand):
    def handle(self, *args, **options):
        reveal(options["path"])  # from: argument
        reveal(args[0])  # from: argument


class Middleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        reveal(request.headers["X-Token"])  # from: network
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        reveal(request.method)  # from: constant
# file: urls.py
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

import app
from app import wrapped

urlpatterns = [
    path("search/", app.search),
    path("show/<str:name>/<int:number>/", app.show, name="show"),
    path("guarded/<name>/", app.guarded),
    re_path(r"^wrapped/(?P<slug>.*)$", csrf_exempt(wrapped)),
    path("contact/<name>/", app.Contact.as_view()),
]
