class Settings(dict):
    defaults = {"compiler": "gcc", "level": "2"}

    def __missing__(self, key):
        return self.defaults[key]


settings = Settings()


def load(values):
    for key, value in values.items():
        if key in Settings.defaults:
            settings[key + ".asked"] = value
