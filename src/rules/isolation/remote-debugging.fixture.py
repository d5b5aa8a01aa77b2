# file: compose.yml
services:
  app:
    image: app
    command: python3.14 -m app  # fail: traced
    cap_add: [SYS_PTRACE]
  old:
    command: python3.12 -m app  # nothing: knows nothing of it
    cap_add: [SYS_PTRACE]
  closed:
    command: ["python3.14", "-m", "app"]  # pass: PYTHON_DISABLE_REMOTE_DEBUG is set: no other process can have this one run a script
    cap_add: [SYS_PTRACE]
    environment:
      - PYTHON_DISABLE_REMOTE_DEBUG=1
  plain:
    command: python3.14 -m app  # nothing: nobody is let in, nothing is given up
  unsure:
    command: python -m app  # open: traced
    cap_add: [ALL]
# file: app.service
# python: 3.14
[Service]
AmbientCapabilities=CAP_NET_BIND_SERVICE CAP_SYS_PTRACE
User=app
ExecStart=/usr/bin/python3 -m app  # fail: traced
ExecStartPre=/usr/bin/python3 -X disable-remote-debug -m app.check  # pass: -X disable-remote-debug is given: no other process can have this one run a script
ExecStartPost=/usr/bin/python3 -Xdisable_remote_debug /srv/app/post.py  # pass: -X disable-remote-debug is given: no other process can have this one run a script
# file: hardened.service
[Service]
User=app
NoNewPrivileges=yes
ProtectSystem=strict
PrivateDevices=true
ProtectHome=yes
ExecStart=/usr/bin/python3 /srv/app/main.py  # open: hardened
# file: little.service
[Service]
User=app
NoNewPrivileges=yes
ProtectHome=no
ExecStart=/usr/bin/python3 /srv/app/main.py  # nothing: little is given up
# file: old.service
# python: 3.9-3.13
[Service]
AmbientCapabilities=CAP_SYS_PTRACE
ExecStart=/usr/bin/python3 /srv/app/main.py  # nothing: knows nothing of it
# file: Dockerfile
# python: 3.14
FROM python:3.14
ENV PYTHON_DISABLE_REMOTE_DEBUG=1
CMD ["python", "-m", "app"]  # pass: PYTHON_DISABLE_REMOTE_DEBUG is set: no other process can have this one run a script
# file: app.py
# python: 3.14
import sys
import flask


def view():
    sys.remote_exec(42, flask.request.args["script"])  # fail: script


def inspect(pid):
    sys.remote_exec(pid, "/tmp/inspect.py")  # fail: shared
    sys.remote_exec(pid, script="/opt/tool/inspect.py")  # nothing: a file of one's own
