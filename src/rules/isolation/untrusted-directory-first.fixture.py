# file: etc/cron.d/maintenance
SHELL=/bin/sh
0 4 * * * root cd /tmp && python3 -m report  # fail: first
5 4 * * * root cd /tmp && python3 -I -m report  # pass: it is started with -I: neither its directory nor variables decide what is imported
10 4 * * * root python3 /home/alice/backup.py  # fail: first
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
15 4 * * * alice python3 /home/alice/backup.py  # nothing: her own home
20 4 * * * root python3 /opt/tool/backup.py  # nothing: root's directory
25 4 * * * root cd /var/tmp; nice -n 10 python3.11 -Pm report  # pass: it is started with -P: its directory is not searched for modules
30 4 * * * root python3 /var/tmp/clean.py  # fail: first
35 4 * * * root cd "$(mktemp -d)" && python3 -c 'import report; report.run()'  # nothing: a fresh directory
# file: deploy/app.service
[Service]
WorkingDirectory=/dev/shm
Environment=PYTHONUNBUFFERED=1
ExecStartPre=/usr/bin/python3 -m app.prepare  # fail: first
ExecStart=-/usr/bin/env python3 /srv/app/main.py  # nothing: the directory of the script is the first
[Install]
WantedBy=multi-user.target
# file: deploy/safe.service
# python: 3.11
[Service]
User=app
WorkingDirectory=/tmp
Environment="PYTHONSAFEPATH=1"
ExecStart=/usr/bin/python3 -m app  # pass: PYTHONSAFEPATH is set: its directory is not searched for modules
# file: deploy/old.service
# python: 3.9
[Service]
User=app
WorkingDirectory=/tmp
Environment="PYTHONSAFEPATH=1"
ExecStart=/usr/bin/python3 -m app  # fail: noEffect
# file: deploy/home.service
[Service]
WorkingDirectory=/home/pi/sensor
ExecStart=/usr/bin/python3 -u -m sensor  # fail: first
ExecStop=/usr/bin/python3 -E -s /usr/lib/sensor/stop.py  # nothing: elsewhere
[Install]
WantedBy=multi-user.target
# file: deploy/user.service
[Service]
WorkingDirectory=/home/pi/sensor
ExecStart=/usr/bin/python3 -m sensor  # nothing: a unit of the user's own, as far as it says
[Install]
WantedBy=default.target
# file: etc/sudoers.d/tool
%staff ALL=(root) NOPASSWD: /usr/bin/python3 -m tool  # fail: first
%staff ALL=(root) NOPASSWD: /usr/bin/python3 -I -m tool  # pass: it is started with -I: neither its directory nor variables decide what is imported
%staff ALL=(root) NOPASSWD: /usr/bin/python3 /opt/tool/run.py, /usr/bin/python3 -c import\ tool  # fail: first
%staff ALL=(root) NOPASSWD: /usr/bin/python3 /opt/tool/run.py  # nothing: root's directory
# file: Dockerfile
FROM python:3.12-slim
COPY . /srv/tool
RUN cd /tmp && python -m compileall .  # nothing: nobody else is there while the image is built
VOLUME /data
WORKDIR /data
ENTRYPOINT ["python", "-m", "tool"]  # fail: first
#           ^^^^^^^^^^^^^^^^^^^^^^
FROM python:3.12-slim
WORKDIR /data
ENTRYPOINT ["python", "-P", "-m", "tool"]  # pass: it is started with -P: its directory is not searched for modules
FROM python:3.12-slim
WORKDIR /srv/app
CMD ["python", "app.py"]  # nothing: the image's own directory
HEALTHCHECK --interval=5s CMD cd /tmp && python -c "import urllib.request"  # open: shared
# file: open/Dockerfile
FROM python:3.12-slim
WORKDIR /app
RUN chmod -R 777 /app
USER root
CMD python main.py  # fail: first
# file: .github/workflows/comment.yml
on:
  pull_request_target:
jobs:
  build:
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: python -m pip install tox  # fail: first
      - run: |
          python -I -m pip install tox  # pass: it is started with -I: neither its directory nor variables decide what is imported
          python scripts/label.py  # fail: script
  other:
    steps:
      - uses: actions/checkout@v4
      - run: python -m pip install tox  # nothing: the project's own branch
# file: .github/workflows/ci.yml
on: [push, pull_request]
jobs:
  test:
    steps:
      - uses: actions/checkout@v4
        with: {ref: "${{ github.head_ref }}"}
      - run: python -m pytest  # nothing: what proposed changes run has no rights here
# file: install.sh
#!/bin/sh
set -e
curl -o /tmp/get-pip.py https://bootstrap.example/get-pip.py
python3 /tmp/get-pip.py --user  # fail: first
sudo python3 -m site_setup  # open: standing
sudo -u nobody python3 -m site_setup  # nothing: not as root
cd /opt/site && sudo python3 -m site_setup  # nothing: root's directory
python3 -m venv .venv  # nothing: the user's own rights
if true; then cd /tmp; fi
python3 -c 'import json'  # nothing: where it stands then is not known
(cd /tmp && su postgres -c "python3 -m dump")  # fail: first
# file: tool
#!/usr/bin/python3 -I
# file: app.py
#!/usr/bin/env -S python3 -I  # pass: it is started with -I: neither its directory nor variables decide what is imported
import json
# file: other.py
#!/usr/bin/env python3  # nothing: who can write to its directory is not told
