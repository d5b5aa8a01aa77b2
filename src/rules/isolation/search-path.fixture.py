# file: app/main.py
import os
import site
import sys
from pathlib import Path

import flask

sys.path.insert(0, ".")  # fail: current
#                  ^^^
sys.path.insert(0, "")  # fail: current
sys.path.append("plugins")  # fail: relative
sys.path.insert(0, os.getcwd())  # fail: current
sys.path.insert(0, os.path.abspath("lib"))  # fail: relative
sys.path.append(str(Path.cwd()))  # missed: current, what str() gives is not followed to the call
sys.path.extend(["/opt/tool/lib", "lib"])  # fail: relative
sys.path.insert(0, "/opt/tool/lib")  # nothing: named in full
sys.path.insert(0, os.path.dirname(__file__))  # pass: the directory is found from the file itself, wherever the program is started
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "vendor"))  # pass: the directory is found from the file itself, wherever the program is started
site.addsitedir("packages")  # fail: relative
sys.path = ["."] + sys.path  # fail: current
sys.path += ["lib"]  # fail: relative
sys.path[0] = ""  # fail: current
sys.path[:] = [entry for entry in sys.path if entry]  # nothing: takes away


def view():
    sys.path.insert(0, flask.request.args["directory"])  # fail: hostile


def load(directory):
    sys.path.append(directory)  # open: unknown


def load_own(name):
    lookup = sys.path
    lookup.insert(0, "build")  # fail: relative
# file: profile.sh
export PYTHONPATH=$PYTHONPATH:/opt/tool/lib  # fail: empty
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# file: good.sh
export PYTHONPATH=/opt/tool/lib${PYTHONPATH:+:$PYTHONPATH}  # nothing: no colon without an entry
export PYTHONPATH="/opt/more:$PYTHONPATH"  # nothing: it was set above
PYTHONPATH=$PYTHONPATH python3 app.py  # nothing: handed on as it is
PYTHONPATH=. python3 app.py  # nothing: written on purpose, for whoever stands there
# file: trailing.sh
export PYTHONPATH="/opt/tool/lib:"  # fail: empty
export PYTHONPATH=/tmp:/opt/tool  # fail: exposed
# file: Dockerfile
FROM python:3.12
WORKDIR /app
ENV PYTHONPATH="${PYTHONPATH}:/app"  # nothing: the image's own directory
WORKDIR /data
VOLUME /data
ENV PYTHONPATH=/opt/tool:  # fail: exposed
# file: app.service
[Service]
User=root
WorkingDirectory=/var/tmp
Environment=PYTHONPATH=lib:/home/alice/lib  # fail: exposed
ExecStart=/usr/bin/python3 /opt/app.py
# file: other.service
[Service]
User=alice
WorkingDirectory=/home/alice
Environment=PYTHONPATH=lib:/home/alice/lib  # nothing: her own home
ExecStart=/usr/bin/python3 /opt/app.py
# file: .gitlab-ci.yml
test:
  script:
    - export PYTHONPATH=$PYTHONPATH:src  # nothing: the pipeline's own checkout
    - python -m pytest
# file: debian/postinst
#!/bin/sh
PYTHONPATH=:/usr/share/tool python3 -m tool.migrate  # fail: empty
# file: docs/source/conf.py
import os
import sys

sys.path.insert(0, os.path.abspath("../.."))  # nothing: Sphinx runs it in its own directory
