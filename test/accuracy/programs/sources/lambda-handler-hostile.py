# truth: hostile
# twin: lambda-handler-safe.py
# entry: lambda_handler({"queryStringParameters": {"name": flask.request.args.get("q", "")}}, type("Context", (), {"function_name": "tools"}))

import os


def lambda_handler(event, context):
    name = event["queryStringParameters"]["name"]
    os.system("banner " + name)  # sink
    return {"statusCode": 200, "body": name}
