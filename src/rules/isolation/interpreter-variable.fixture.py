# file: Dockerfile
FROM python:3.12
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1  # nothing: loads nothing and checks all
ENV PYTHONHASHSEED=0  # fail: hashes
#   ^^^^^^^^^^^^^^^^
ENV PYTHONINTMAXSTRDIGITS 0  # fail: digits
ENV PYTHONBREAKPOINT=web_pdb.set_trace  # fail: debugger
ENV PYTHONUTF8=1 \
    PYTHONASYNCIODEBUG=1  # fail: development
ENV PYTHONMALLOC=malloc_debug  # fail: development
ENV PYTHONOPTIMIZE=2  # open: assertions
ENV PYTHONPYCACHEPREFIX=/tmp/pycache  # nothing: the container is alone, as far as this file says
RUN PYTHONHASHSEED=0 python -m compileall /app  # nothing: while the image is built
CMD ["python", "-m", "app"]
# file: safe/Dockerfile
FROM python:3.12
ENV PYTHONBREAKPOINT=0  # pass: PYTHONBREAKPOINT=0: a breakpoint that was left in the code does nothing
ENV PYTHONHASHSEED=random  # pass: hashes are salted anew in each process
ENV PYTHONINTMAXSTRDIGITS=6400  # nothing: a limit
ENV PYTHONHASHSEED=  # nothing: not set
# file: inspect/Dockerfile
FROM python:3.12
ENV PYTHONINSPECT=1  # fail: interactive
# file: app.service
[Service]
User=app
Environment=PYTHONUSERBASE=/tmp "PYTHONHASHSEED=42"  # fail: directory; fail: hashes
Environment=PYTHONDEVMODE=1  # fail: development
ExecStart=/usr/bin/python3 /srv/app.py
# file: etc/cron.d/report
PYTHONSTARTUP=/var/tmp/startup.py  # fail: directory
PYTHONHOME=/opt/python  # nothing: root's directory
0 4 * * * root python /opt/report.py
# file: etc/sudoers
Defaults env_reset
Defaults env_keep += "LANG PYTHONPATH"  # fail: kept
Defaults env_keep += "LANG LC_ALL"  # nothing: nothing of Python
Defaults:deploy env_keep = "PYTHONUNBUFFERED PYTHONHASHSEED"  # nothing: chooses no code
%ops ALL=(root) NOPASSWD:SETENV: /usr/bin/python3 /opt/tool.py  # fail: kept
%ops ALL=(backup) NOPASSWD: /usr/bin/python3 /opt/tool.py  # nothing: sudo keeps the caller's variables back
# file: docker-compose.yml
services:
  web:
    image: app
    environment:
      PYTHONHASHSEED: "0"  # fail: hashes
      PYTHONUNBUFFERED: "1"  # nothing: loads nothing
  worker:
    environment:
      - PYTHONASYNCIODEBUG=1  # fail: development
# file: run.sh
#!/bin/sh
export PYTHONPYCACHEPREFIX=/tmp  # fail: directory
PYTHONHASHSEED=0 pytest  # nothing: tests
export PYTHONDEVMODE=1  # nothing: whoever develops
# file: tox.ini
[testenv]
setenv =
    PYTHONHASHSEED = 0
    PYTHONDEVMODE = 1
commands = python -m pytest  # nothing: tests
