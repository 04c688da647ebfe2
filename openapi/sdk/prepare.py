#!/usr/bin/env python3
"""Makes the copy of `openapi/v1.json` that a generator of clients is given.

    openapi/sdk/prepare.py LANGUAGE [DOCUMENT]     writes the copy to standard output
    openapi/sdk/prepare.py --methods [DOCUMENT]    lists the operations that every client must have, one a line: tag and name

The document describes the service; nothing here changes what is sent. Each step below says what it is for, and is there because a
generator would otherwise make something worse of it. Python's own library is all that is used.
"""

import copy
import json
import pathlib
import sys

LANGUAGES = ("python", "typescript", "java")
METHODS = ("get", "put", "post", "delete", "patch")
JSON = "application/json"
BINARY = {"type": "string", "format": "binary"}


def operations(document):
    """Every operation, with its path."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, item[method]


def schemas(value):
    """Every object below a value that could be a schema, itself included."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from schemas(child)
    elif isinstance(value, list):
        for child in value:
            yield from schemas(child)


def leave_out_webhooks(document):
    """Webhooks are messages to the client, not calls of it: a generator would make methods of them."""
    document.pop("webhooks", None)


def leave_out_examples(document):
    """Examples are for readers of `/docs`; in a client they would be comments of several pages."""
    for place in schemas(document["paths"]):
        if "schema" in place:
            place.pop("example", None)
            place.pop("examples", None)


def one_media_type(document, language):
    """A method takes one form of body and gives one form of answer.

    Where JSON is one of several, it is meant: the other forms are for streams of many lines. Where none is, the body is a file in one
    of several formats, and is passed on as it is.
    """
    for _, operation in operations(document):
        bodies = [operation.get("requestBody", {})] + list(operation["responses"].values())
        several = [body for body in bodies if len(body.get("content", {})) > 1]
        for body in several:
            content = body["content"]
            if JSON in content:
                body["content"] = {JSON: content[JSON]}
            elif body is operation.get("requestBody") or language != "typescript":
                body["content"] = {"application/octet-stream": {"schema": BINARY}}
            else:
                # `fetch` reads what is called text as text, and everything else as bytes.
                schema = {"oneOf": [{"type": "string"}, BINARY]}
                body["content"] = {"application/octet-stream": {"schema": schema}}
        if several:
            # Which format comes back is chosen by a parameter.
            parameters = operation.get("parameters", [])
            operation["parameters"] = [one for one in parameters if one["name"] != "Accept"]


def items_of_events(document):
    """What a stream of events carries stands beside it; the generator for TypeScript reads it as the schema of the body."""
    for _, operation in operations(document):
        for response in operation["responses"].values():
            for form in response.get("content", {}).values():
                form["schema"] = form.get("x-sse-data", form["schema"])


def keys_made_by_the_client(document):
    """Every call that changes something needs an `Idempotency-Key`. The client makes one when the caller gives none."""
    for _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if parameter["name"] == "Idempotency-Key":
                parameter["required"] = False


def descriptions_of_parameters(document):
    """What a parameter means is said beside its schema; openapi-python-client reads it in the schema."""
    for _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if "$ref" not in parameter["schema"] and "description" in parameter:
                parameter["schema"] = {**parameter["schema"], "description": parameter["description"]}


def defaults_of_the_service(document):
    """What a call leaves out is for the service to fill in. A client that knew the defaults would send those of an older version."""
    for schema in schemas(document):
        if "type" in schema or "oneOf" in schema or "$ref" in schema:
            schema.pop("default", None)


def tags_of_unions(document, language):
    """The tag of a variant has one value: nobody should have to write it down."""
    for schema in schemas(document["components"]["schemas"]):
        for tag in (schema.get("properties") or {}).values():
            if not (isinstance(tag, dict) and len(tag.get("enum", [])) == 1):
                continue
            (word,) = tag["enum"]
            if language == "python":
                del tag["enum"]
                tag["const"] = word
            if language != "typescript":
                tag["default"] = word


def known_words(document):
    """The lists that may grow become constants. The clients are made so that they also take a word that is new to them."""
    for schema in document["components"]["schemas"].values():
        words = schema.pop("x-extensible-enum", None)
        if isinstance(words, list):
            schema["enum"] = words


def lists_in_place(document):
    """A list with a name of its own is no type in Java: it stands where it is used, and its name is left out."""
    components = document["components"]["schemas"]
    lists = {f"#/components/schemas/{name}": schema for name, schema in components.items() if schema.get("type") == "array"}
    for schema in schemas(document):
        if schema.get("$ref") in lists:
            for key, value in lists[schema.pop("$ref")].items():
                schema.setdefault(key, value)
    for name in lists:
        del components[name.rsplit("/", 1)[-1]]


def names_of_pages(document):
    """`Page_Request` is the collector's name for a page of requests; in a client it is `RequestPage`."""
    renamed = {name: name.removeprefix("Page_") + "Page" for name in document["components"]["schemas"] if name.startswith("Page_")}
    taken = set(document["components"]["schemas"])
    assert not taken & set(renamed.values()), "a schema has the name of a page already"
    for schema in schemas(document):
        target = schema.get("$ref")
        if isinstance(target, str) and (name := target.rsplit("/", 1)[-1]) in renamed:
            schema["$ref"] = f"#/components/schemas/{renamed[name]}"
    document["components"]["schemas"] = {renamed.get(name, name): schema for name, schema in document["components"]["schemas"].items()}


def prepare(document, language):
    """The copy for one language."""
    document = copy.deepcopy(document)
    leave_out_webhooks(document)
    leave_out_examples(document)
    one_media_type(document, language)
    keys_made_by_the_client(document)
    defaults_of_the_service(document)
    if language == "typescript":
        items_of_events(document)
    if language == "python":
        descriptions_of_parameters(document)
    tags_of_unions(document, language)
    if language == "java":
        lists_in_place(document)
    known_words(document)
    names_of_pages(document)
    return document


def main(arguments):
    if not arguments or arguments[0] not in (*LANGUAGES, "--methods"):
        sys.exit(__doc__)
    root = pathlib.Path(__file__).resolve().parents[2]
    path = pathlib.Path(arguments[1]) if len(arguments) > 1 else root / "openapi" / "v1.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    if arguments[0] == "--methods":
        for _, operation in operations(document):
            print(operation["tags"][0], operation["operationId"])
        return
    json.dump(prepare(document, arguments[0]), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
