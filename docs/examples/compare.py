"""Compares reports by the service's API and prints what stands first, each with its words. Standard library alone.

    python3 compare.py http://127.0.0.1:8080 https://one.example/a https://two.example/b
    SYNOPTIC_KEY=... python3 compare.py https://synoptic.desk.example first.txt second.txt
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request

service, *sources = sys.argv[1:]
key = os.environ.get("SYNOPTIC_KEY")


def call(path, body=None):
    headers = {"accept": "application/json"}
    if key:
        headers["authorization"] = f"Bearer {key}"
    if body is not None:
        body = json.dumps(body).encode()
        headers["content-type"] = "application/json"
    try:
        with urllib.request.urlopen(urllib.request.Request(service + path, body, headers)) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as problem:
        sys.exit(json.load(problem)["detail"])


def source(name):
    if name.startswith(("http://", "https://")):
        return name
    with open(name, encoding="utf-8") as file:
        return {"text": file.read(), "name": os.path.basename(name)}


comparison = call("/api/comparisons", {"sources": [source(name) for name in sources]})
while comparison["state"] in ("queued", "running"):
    time.sleep(0.5)
    comparison = call(comparison["links"]["self"])

report = call(comparison["links"]["report"] + ".json")
texts = {article["id"]: article["text"] for article in report["articles"]}


def passage(found):
    """Offsets count UTF-16 code units, as JavaScript's do."""
    text = texts[found["article"]].encode("utf-16-le")
    return text[2 * found["start"] : 2 * found["end"]].decode("utf-16-le")


findings = {finding["id"]: finding for finding in report["findings"]}
for name in report["front"]:
    print(findings[name]["sentence"])
    for found in findings[name]["evidence"]:
        print("   ", found["role"] + ":", " ".join(passage(found).split()))
