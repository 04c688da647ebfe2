"""What Schemathesis must know of this service: who calls what, which records there are, how bodies of lines are written.

`RECOURSE_FUZZ` names a file with what `seed.py` made. Nothing here weakens a check; that is done in `schemathesis.toml` and
`exceptions.toml` alone, each time with a reason.
"""

import copy
import json
import os
import pathlib
import re
import tomllib

import schemathesis

HERE = pathlib.Path(__file__).parent
SEED = json.loads(pathlib.Path(os.environ["RECOURSE_FUZZ"]).read_text())
EXCEPTIONS = tomllib.loads((HERE / "exceptions.toml").read_text())["exception"]
METHODS = ("get", "put", "post", "patch", "delete")


# --------------------------------------------------------------------------------------------------------------------
# The document as the fuzzer reads it

@schemathesis.hook
def before_load_schema(context, raw_schema):
    """An id stays what it is in the document, but half of those that are generated are ids of records that exist."""
    # What the service sends is not called.
    raw_schema.pop("webhooks", None)
    schemas = raw_schema["components"]["schemas"]
    for name, known in SEED["ids"].items():
        schemas[name]["anyOf"] = [{"enum": known}, {}]
    for item in raw_schema["paths"].values():
        for operation in (item[method] for method in METHODS if method in item):
            know_texts(operation)
            spell_lines(operation)


def know_texts(operation):
    """Secrets and names in addresses, of which no text that was made up exists."""
    for parameter in operation.get("parameters", []):
        known = SEED["texts"].get(parameter["name"])
        if known and parameter["in"] == "path":
            parameter["schema"] = copy.deepcopy(parameter["schema"]) | {"anyOf": [{"enum": known}, {}]}


def spell_lines(operation):
    """A body of lines is a file in the document; what each line is stands beside it."""
    form = operation.get("requestBody", {}).get("content", {}).get("application/x-ndjson", {})
    if "x-ndjson-item" in form:
        form["schema"] = {"type": "array", "items": form["x-ndjson-item"], "minItems": 1, "maxItems": 5}


def whole(value):
    """Numbers as JavaScript writes them: 7 and 7.0 are the same number of JSON Schema, and one has a shorter form."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1 << 53:
        return int(value)
    if isinstance(value, dict):
        return {name: whole(one) for name, one in value.items()}
    return [whole(one) for one in value] if isinstance(value, list) else value


@schemathesis.serializer("application/json")
def json_body(context, value):
    return value if isinstance(value, bytes) else json.dumps(whole(value)).encode()


@schemathesis.serializer("application/x-ndjson")
def lines(context, value):
    if isinstance(value, (bytes, str)):
        return value if isinstance(value, bytes) else value.encode("utf-8", "replace")
    return "".join(json.dumps(line) + "\n" for line in (value if isinstance(value, list) else [value])).encode()


# --------------------------------------------------------------------------------------------------------------------
# Who calls

class Tokens:
    """A token of the kind of client that holds the scope an operation asks for."""

    def get(self, case, context):
        security = case.operation.definition.raw.get("security")
        if not security:
            return None
        if "client" in security[0]:
            return ("Basic", SEED["basic"])
        scopes = [scope for one in security for scope in one.get("oauth2", [])]
        kinds = [kind for scope in scopes for kind, held in SEED["scopes"].items() if scope in held]
        # What is shared is kept by the operator, and what is private by its organisation.
        private = str((case.path_parameters or {}).get("controller_id")) == SEED["private_controller"]
        kind = "organisation" if private and "organisation" in kinds else kinds[0]
        return ("Bearer", SEED["tokens"][kind])

    def set(self, case, data, context):
        if data:
            case.headers = case.headers or {}
            case.headers["Authorization"] = " ".join(data)


schemathesis.auth(refresh_interval=None)(Tokens)


@schemathesis.hook
def before_call(context, case, kwargs):
    """The fuzzer may do everything but end its own clients and its own organisation."""
    if case.method.upper() not in ("DELETE", "PATCH"):
        return
    for name, value in (case.path_parameters or {}).items():
        if value in SEED["own"]:
            case.path_parameters[name] = value[:-4] + ("0000" if not value.endswith("0000") else "1111")


# --------------------------------------------------------------------------------------------------------------------
# What is no failure

# The form of a body is what the document tells; whether its dates, ids and words fit together is told by other codes.
OF_FORM = {"malformed_json", "invalid_field", "invalid_parameter", "unsupported_media_type",
           "idempotency_key_missing", "idempotency_key_invalid"}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """A call of documented form may be refused for what it means, never for its form, unless an exception says why."""
    kind, operation = type(failure).__name__, case.operation.definition.raw.get("operationId")
    problem = read(response)
    if kind == "RejectedPositiveData" and problem.get("code") and not is_of_form(problem):
        return False
    candidates = [exception for exception in EXCEPTIONS if excepts(exception, kind, operation, problem)]
    # A field that is refused by a code of its own is explained by it; each other one needs an exception, be it not the same.
    pointers = [error["pointer"] for error in problem.get("errors", []) if error["code"] in OF_FORM]
    return not any("pointer" not in exception for exception in candidates) and not (pointers and all(
        any(re.fullmatch(exception["pointer"], pointer) for exception in candidates) for pointer in pointers))


def is_of_form(problem):
    fields = [error["code"] for error in problem.get("errors", [])]
    return problem["code"] in OF_FORM and (not fields or any(code in OF_FORM for code in fields))


def read(response):
    try:
        problem = json.loads(response.content)
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def excepts(exception, kind, operation, problem):
    if exception["failure"] != kind or not re.fullmatch(exception.get("operation", ".*"), operation):
        return False
    return re.fullmatch(exception.get("detail", "(?s:.*)"), problem.get("detail") or "") is not None
