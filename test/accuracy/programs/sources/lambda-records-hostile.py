# truth: hostile
# twin: lambda-records-safe.py
# entry: handler({"Records": [{"s3": {"object": {"key": flask.request.args.get("q", ""), "size": 7}}}]}, None)

import subprocess
import urllib.parse


def handler(event, context):
    for record in event["Records"]:
        key = urllib.parse.unquote_plus(record["s3"]["object"]["key"])
        size = int(record["s3"]["object"]["size"])
        subprocess.run(f"process-object {key}", shell=True)  # sink
    return {"processed": len(event["Records"])}
