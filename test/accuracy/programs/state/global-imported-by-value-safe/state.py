target = "all"
