def prepare(text):
    return text.strip().upper()
