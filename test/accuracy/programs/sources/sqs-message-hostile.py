# truth: hostile
# twin: sqs-message-safe.py
# entry: poll("https://queue.example.org/1")

import os

import boto3


def poll(url):
    queue = boto3.client("sqs")
    answer = queue.receive_message(QueueUrl=url, MaxNumberOfMessages=1)
    for message in answer.get("Messages", []):
        os.system(f"process {message['Body']}")  # sink
        queue.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
