import cgi
import os
import subprocess
from subprocess import Popen, check_output as output

form = cgi.FieldStorage()
TOOL = "convert"


def report(chosen):
    subprocess.run(["sort", "names.txt"])  # fail: path
    #               ^^^^^^
    output([TOOL, "in.png", "out.gif"])  # fail: path
    Popen(args=["mail", "-s", "news"])  # fail: path
    os.system("date >> log")  # fail: path
    #         ^^^^^^^^^^^^^
    subprocess.run(f"wc -l {int(form.getfirst('count', '1'))}.txt", shell=True)  # fail: path
    subprocess.run([chosen, "in.png"])  # open: unknown
    os.execlp("sendmail", "sendmail", "-t")  # fail: path


def report_safely():
    subprocess.run(["/usr/bin/sort", "names.txt"])  # pass: the program is named by a path
    os.system("/bin/date >> log")  # pass: the program is named by a path
    output(["/usr/bin/convert", "in.png"])  # pass: the program is named by a path
    Popen("./tally", env={"PATH": "/usr/bin:/bin"})  # pass: the call sets PATH itself
    os.system("cd /srv; echo done")  # nothing: the shell does it itself
    os.execv("/bin/date", ["date"])  # nothing: this function does not search


# file: tool.py
import os
import subprocess


def report():
    subprocess.run(["sort", "names.txt"])  # nothing: no CGI program
    os.system("date")  # nothing: no CGI program
