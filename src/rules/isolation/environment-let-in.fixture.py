# file: embedded/python313._pth
python313.zip  # nothing: site is imported below
.
C:\Temp  # fail: shared
import site  # open: site
# file: closed/python313._pth
python313.zip  # pass: site is not imported: neither site-packages nor .pth files count
.
# import site
# file: posix/python3._pth
lib
/var/tmp  # fail: shared
/opt/app/lib  # nothing: named in full, and not shared
import site  # open: site
# file: env/pyvenv.cfg
home = /usr/bin  # nothing: root's directory
include-system-site-packages = false  # pass: the environment leaves out what is installed for the whole system
version = 3.13.1
# file: open/pyvenv.cfg
home = /tmp/bin  # fail: shared
include-system-site-packages = true  # open: system
# file: tmp/pyvenv.cfg
home = C:\Users\Public  # fail: shared
