mirror = "https://mirror.example.org"
note = ""
