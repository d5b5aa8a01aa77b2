"""Which commands a POSIX shell would run for a text: names of simple commands, those in substitutions included."""

KEYWORDS = {"if", "then", "else", "elif", "do", "while", "until", "!", "{", "time"}
SHELLS = {"sh", "bash", "dash", "zsh", "ksh"}


class Unfinished(Exception):
    """A quote or bracket without end: the shell refuses the line and runs nothing of it."""


def commands_of(text):
    """The words of each command, in order. Lines before one that does not parse have been run already."""
    reader = Reader(text)
    done = []
    try:
        reader.read(until=None, done=done)
    except Unfinished:
        pass
    for words in list(done):
        if words and words[0].rsplit("/", 1)[-1] in SHELLS and "-c" in words:
            after = words[words.index("-c") + 1 :]
            done += commands_of(after[0]) if after else []
    return done


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def read(self, until, done):
        """Commands up to the bracket that closes this list; those of a line count when the line is complete."""
        line, words, word = [], [], None
        redirected = False

        def end_word():
            nonlocal word, redirected
            if word is not None and not redirected:
                name, equals, _ = word.partition("=")
                if words or not (word in KEYWORDS or (equals and name.isidentifier())):
                    words.append(word)
            if word is not None:
                redirected = False
            word = None

        def end_command():
            nonlocal words
            end_word()
            if words:
                line.append(words)
            words = []

        while self.at < len(self.text):
            char = self.text[self.at]
            self.at += 1
            if until is not None and char == until:
                end_command()
                done += line
                return
            if char == "\\":
                following = self.text[self.at : self.at + 1]
                self.at += 1
                if following != "\n":
                    word = (word or "") + following
            elif char == "'":
                end = self.text.find("'", self.at)
                if end < 0:
                    raise Unfinished
                word = (word or "") + self.text[self.at : end]
                self.at = end + 1
            elif char == '"':
                word = (word or "") + self.double_quoted(line)
            elif char == "`":
                word = (word or "") + self.backquoted(line)
            elif char == "$":
                word = (word or "") + self.expansion(line)
            elif char == "#" and word is None:
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif char == "\n":
                end_command()
                if until is None:
                    done += line
                    line = []
            elif char in ";&|()":
                end_command()
                redirected = False
            elif char in "<>":
                end_word()
                if self.text[self.at : self.at + 1] in ("<", ">", "&", "|"):
                    self.at += 1
                redirected = True
            elif char in " \t\r":
                end_word()
            else:
                word = (word or "") + char
        if until is not None:
            raise Unfinished
        end_command()
        done += line

    def double_quoted(self, line):
        value = ""
        while self.at < len(self.text):
            char = self.text[self.at]
            self.at += 1
            if char == '"':
                return value
            if char == "\\" and self.text[self.at : self.at + 1] in ("$", "`", '"', "\\", "\n"):
                value += self.text[self.at]
                self.at += 1
            elif char == "`":
                value += self.backquoted(line)
            elif char == "$":
                value += self.expansion(line)
            else:
                value += char
        raise Unfinished

    def backquoted(self, line):
        inner = ""
        while self.at < len(self.text):
            char = self.text[self.at]
            self.at += 1
            if char == "`":
                Reader(inner).read(None, line)
                return "$substituted"
            if char == "\\" and self.text[self.at : self.at + 1] in ("$", "`", "\\"):
                char = self.text[self.at]
                self.at += 1
            inner += char
        raise Unfinished

    def expansion(self, line):
        if self.text.startswith("((", self.at):
            end = self.text.find("))", self.at)
            if end < 0:
                raise Unfinished
            self.at = end + 2
            return "$number"
        if self.text.startswith("(", self.at):
            self.at += 1
            self.read(")", line)
            return "$substituted"
        if self.text.startswith("{", self.at):
            end = self.text.find("}", self.at)
            if end < 0:
                raise Unfinished
            self.at = end + 1
            return "$variable"
        return "$"


def runs(text, name):
    """A command of this name is run, in whatever case a program may have changed it to."""
    return any(words[0].rsplit("/", 1)[-1].lower() == name for words in commands_of(text))
