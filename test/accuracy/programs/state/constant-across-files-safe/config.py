NAME = "uptime"
COMMAND = f"{NAME} --pretty"
EXTRA = COMMAND + " | grep {asked}"
