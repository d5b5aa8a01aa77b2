# truth: safe
# twin: attribute-two-instances-hostile.py

import os

import flask


class Camera:
    def __init__(self, device):
        self.device = device

    def shoot(self):
        os.system("fswebcam -d " + self.device)  # sink


def view():
    front = Camera("/dev/video0")
    back = Camera(flask.request.args["device"])
    print(front.device, back.device)
    front.shoot()
