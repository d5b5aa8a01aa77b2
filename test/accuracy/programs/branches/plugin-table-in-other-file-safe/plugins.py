def viewer(file):
    return f"less {file}"


def clock(file):
    return "date"


def command_for(name, file):
    match name:
        case "viewer":
            return viewer(file)
        case "clock":
            return clock(file)
        case _:
            raise LookupError(name)
