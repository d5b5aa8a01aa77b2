import azure.functions as func
import boto3
import functions_framework

from marks import reveal


def lambda_handler(event, context):
    reveal(event["path"])  # from: network
    reveal(event.get("body"))  # from: network
    reveal(event["queryStringParameters"]["q"])  # from: network
    for record in event["Records"]:
        reveal(record["s3"]["object"]["key"])  # from: network
    reveal(int(event["count"]))  # from: network; clean: shell
    reveal(context.function_name)  # from: constant
    return {"statusCode": 200}


def handler(event, context):
    reveal(event["path"])  # from: network


def unlike(event, context, more):
    reveal(event["path"])  # from: parameter


class Machine:
    def on(self, event, context):
        reveal(event)  # from: parameter


@functions_framework.http
def hello(request):
    reveal(request.args["name"])  # from: network
    reveal(request.get_json(silent=True)["name"])  # from: network
    reveal(request.method)  # from: constant


@functions_framework.cloud_event
def changed(cloud_event):
    reveal(cloud_event.data["name"])  # from: network


def helper(request):
    reveal(request.args["name"])  # from: network
    reveal(request.method)  # from: constant


def main(req: func.HttpRequest):
    reveal(req.params.get("name"))  # from: network
    reveal(req.get_json()["name"])  # from: network


s3 = boto3.client("s3")
reveal(s3.get_object(Bucket="b", Key="k")["Body"].read())  # from: network
sqs = boto3.client("sqs")
reveal(sqs.receive_message(QueueUrl="u")["Messages"][0]["Body"])  # from: network
reveal(s3.list_buckets())  # from: unknown
