import os
import pwd
import subprocess
from subprocess import Popen


def start():
    subprocess.run(["worker"], user="nobody")  # fail: kept
    #                               ^^^^^^^^
    Popen(["worker"], user=65534, group=65534)  # fail: kept
    Popen(["worker"], user="nobody", extra_groups=[])  # fail: kept
    subprocess.check_call(["worker"], user="nobody", group="nogroup", extra_groups=None)  # fail: kept
    subprocess.run(["worker"], user="nobody", group="nogroup", extra_groups=[])  # pass: user, group and extra groups are all set
    Popen(["worker"], user=65534, group=65534, extra_groups=())  # pass: user, group and extra groups are all set


def named(name):
    subprocess.run(["worker"], extra_groups=[], group=name, user=name)  # pass: user, group and extra groups are all set


def by_hand(entry: pwd.struct_passwd):
    os.setuid(entry.pw_uid)  # fail: order
    os.setgid(entry.pw_gid)


def in_order(entry: pwd.struct_passwd):
    os.initgroups(entry.pw_name, entry.pw_gid)
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)  # nothing: in order


def back_and_down(entry: pwd.struct_passwd):
    os.setuid(0)  # nothing: takes privileges back
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)


def temporarily(entry: pwd.struct_passwd, options):
    os.seteuid(entry.pw_uid)  # nothing: can be undone
    subprocess.run(["worker"])  # nothing: the same user
    subprocess.run(["worker"], user=None)  # nothing: the same user
    subprocess.run(["worker"], group="nogroup")  # nothing: the same user
    subprocess.run(["worker"], user="nobody", **options)  # nothing: the options are not known


class Site:
    def run(self, worker, user):
        pass


Site().run(["worker"], user="nobody")  # nothing: another method
