import email
import email.policy
import imaplib
import nntplib
import poplib
from email.message import EmailMessage
from email.parser import BytesParser

from marks import reveal

with open("mail.eml", "rb") as file:
    message = email.message_from_binary_file(file)
    parsed = BytesParser(policy=email.policy.default).parse(file)
reveal(message["Subject"])  # from: network
reveal(message.get("Subject"))  # from: network
reveal(message.get_payload(decode=True))  # from: network
reveal(message.get_filename())  # from: network
for part in message.walk():
    reveal(part.get_filename())  # from: network
    reveal(part.get_payload())  # from: network
reveal(parsed["From"])  # from: network
reveal(email.message_from_string("text")["From"])  # from: network

own = EmailMessage()
own["Subject"] = "hello"
reveal("hello")  # from: constant

box = imaplib.IMAP4_SSL("example.org")
typ, data = box.search(None, "ALL")
reveal(data[0])  # from: network
typ, data = box.fetch("1", "(RFC822)")
reveal(data[0][1])  # from: network
reveal(email.message_from_bytes(data[0][1])["Subject"])  # from: network
reveal(box.host)  # from: unknown

pop = poplib.POP3_SSL("example.org")
reveal(pop.retr(1)[1])  # from: network
for line in pop.retr(1)[1]:
    reveal(line)  # from: network
reveal(int(pop.retr(1)[1][0]))  # from: network; clean: shell

news = nntplib.NNTP("example.org")
reveal(news.group("comp.lang.python")[4])  # from: network
reveal(news.article(1))  # from: network
