DEFAULTS = {
    "picture": {"size": "80x80", "quality": 80},
    "video": {"size": "640x480", "quality": 60},
}


def options_for(kind):
    return DEFAULTS[kind]
