import urllib.request
from urllib.parse import quote
from xmlrpc.client import ServerProxy

import httpx
import requests
import urllib3

from marks import reveal

reveal(requests.get("https://example.org").text)  # from: network
reveal(requests.get("https://example.org").json()["path"])  # from: network
response = requests.post("https://example.org", data={})
reveal(response.content)  # from: network
reveal(response.headers["Location"])  # from: network
reveal(response.url)  # from: network
reveal(response.cookies["seen"])  # from: network
reveal(response.raw.read())  # from: network
for line in response.iter_lines():
    reveal(line)  # from: network
reveal(quote(response.text, safe=""))  # from: network; clean: markup
reveal(int(response.text))  # from: network; clean: shell
reveal(response.status_code)  # from: constant
reveal(response.ok)  # from: constant

with requests.Session() as session:
    reveal(session.get("https://example.org").text)  # from: network
    reveal(session.request("GET", "https://example.org").text)  # from: network

with urllib.request.urlopen("https://example.org") as page:
    reveal(page.read())  # from: network
    reveal(page.headers["Location"])  # from: network
    reveal(page.getheader("Location"))  # from: network
    reveal(page.status)  # from: constant

reveal(urllib.request.urlopen("https://example.org").read().decode())  # from: network
reveal(httpx.get("https://example.org").json())  # from: network
reveal(httpx.get("https://example.org").is_success)  # from: constant
with httpx.Client() as client:
    reveal(client.get("https://example.org").text)  # from: network


async def fetch():
    async with httpx.AsyncClient() as client:
        answer = await client.get("https://example.org")
        reveal(answer.text)  # from: network
        reveal(answer.status_code)  # from: constant


pool = urllib3.PoolManager()
reveal(pool.request("GET", "https://example.org").data)  # from: network
reveal(urllib3.request("GET", "https://example.org").json())  # from: network
reveal(pool.request("GET", "https://example.org").status)  # from: constant

proxy = ServerProxy("https://example.org")
reveal(proxy.pow(2, 3))  # from: network
reveal(proxy.system.listMethods()[0])  # from: network
