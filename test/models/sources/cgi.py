import cgi
import os

from marks import reveal

form = cgi.FieldStorage()
reveal(form["name"].value)  # from: network
reveal(form.getvalue("name"))  # from: network
reveal(form.getfirst("name", ""))  # from: network
reveal(form.getlist("name")[0])  # from: network
reveal(form["file"].filename)  # from: network
reveal(form["file"].file.read())  # from: network
reveal(os.environ["QUERY_STRING"])  # from: network
reveal(os.environ.get("HTTP_COOKIE"))  # from: network
reveal(os.getenv("PATH_INFO"))  # from: network
reveal(os.environ["HOME"])  # from: environment
reveal(int(form.getvalue("page")))  # from: network; clean: shell
reveal("Content-Type: text/html")  # from: constant
