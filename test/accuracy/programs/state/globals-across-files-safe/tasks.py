import os

import settings


def update():
    os.system("rsync -a " + settings.mirror + " /srv/mirror")  # sink
