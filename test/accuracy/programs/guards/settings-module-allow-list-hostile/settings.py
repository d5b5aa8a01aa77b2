RESTARTABLE = ("nginx", "redis", "report")
HIDDEN = ("sshd",)
