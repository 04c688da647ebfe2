"""Verdicts of the public library of Standard Webhooks for Python about the messages that are given as lines of JSON."""

import base64
import datetime
import json
import sys

import standardwebhooks.webhooks as library


class Standing(datetime.datetime):
    """The time at which the messages are judged."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(int(sys.argv[2]), tz=tz)


library.datetime = Standing
hook = library.Webhook(sys.argv[1])
for line in sys.stdin:
    message = json.loads(line)
    headers = {"webhook-id": message["id"], "webhook-timestamp": message["timestamp"], "webhook-signature": message["signature"]}
    try:
        hook.verify(base64.b64decode(message["body"]), headers, json_parse=False)
        print("accepted")
    except Exception:  # An error that is none of the library's is a refusal too.
        print("refused")
