shell = "sh"
