import shelve
from shelve import open as open_shelf


def look_up(word):
    with shelve.open("words") as words:  # fail: reads
        return words[word]


def known(word):
    shelf = open_shelf("words")  # fail: reads
    #       ^^^^^^^^^^^^^^^^^^^
    found = word in shelf
    shelf.close()
    return found


def entries():
    shelf = shelve.open("words", "w")  # fail: reads
    for key, value in shelf.items():
        print(key, value)
    shelf.close()


def read_only(word):
    with shelve.open("words", flag="r") as words:  # pass: the shelf is opened read-only
        return words[word]


def positional(word):
    return shelve.open("words", "r").get(word)  # pass: the shelf is opened read-only


def by_name(word):
    options = {"flag": "r"}
    with open_shelf("words", **options) as words:  # pass: the shelf is opened read-only
        return words[word]


def count(word):
    with shelve.open("words") as words:  # nothing: it is written
        words[word] = words.get(word, 0) + 1


def remove(word):
    words = shelve.open("words")  # nothing: it is written
    print(words[word])
    del words[word]


def hand_on():
    words = shelve.open("words")  # nothing: someone else may write
    print(words["a"])
    return words


def fill():
    words = shelve.open("words")  # nothing: another function may write
    print(words["a"])
    fill_in(words)


def chosen(mode, word):
    return shelve.open("words", mode)[word]  # nothing: the caller chooses


def unrelated(word):
    with open("words") as words:  # nothing: an ordinary file
        return words.read()
