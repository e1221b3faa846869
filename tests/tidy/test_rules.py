"""The rules of the grid that imports cannot show: clock, rows, whole öre, and words.

    date.today() in reskontra/domain      → refused: the day is given
    invoice.save() in reskontra/dunning   → refused: only records writes rows
    float in reskontra/formats            → refused: money is whole öre
    customer_name in reskontra/records    → refused: the glossary says debtor, recipient or party

The one rule: every check is shown to refuse something, so that none passes by looking at nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.tidy.ours import Module, dotted, module_of, modules

FACES = frozenset({"portal", "office", "api", "nightly", "config"})
PURE = frozenset({"domain", "formats"})
CLOCK = re.compile(
    r"\b((date|datetime|timezone|dt)\.(today|now|utcnow|localdate|localtime)|time\.(time|time_ns))$"
)
CLOCK_IN_SQL = re.compile(r"\b(CURRENT_DATE|LOCALTIMESTAMP)\b")
ALWAYS_WRITES = frozenset({"bulk_create", "bulk_update", "save"})
WRITES_ROWS = ALWAYS_WRITES | {"create", "delete", "get_or_create", "update", "update_or_create"}
ROWS = re.compile(r"\.(objects|filter|exclude|all|using)\b")
WRITES_BY_SQL = re.compile(
    r"\b(INSERT INTO|DELETE FROM|TRUNCATE|UPDATE \w+ SET|COPY [^\n]* FROM)\b"
)
NOT_ROWS = re.compile(r"(storage|session)\.(save|delete)$")

NOT_OUR_WORDS = {
    "bailiff": "Enforcement Authority",
    "bill": "invoice",
    "bureau": "agency",
    "canceled": "withdrawn, or VOID",
    "cancelled": "withdrawn, or VOID",
    "client": "creditor",
    "customer": "debtor, recipient or party",
    "deadline": "due date, or pay-by day",
    "debt_relief": "debt restructuring",
    "default_interest": "late interest",
    "deleted": "withdrawn, or VOID",
    "depreciation": "write-off",
    "distraint": "attachment",
    "helper": "what it does",
    "helpers": "what they do",
    "injunction": "order to pay",
    "issued_at": "invoice date",
    "judgment": "verdict",
    "late_fee": "reminder fee",
    "maturity": "due date",
    "payment_plan": "installment plan",
    "payment_remark": "record of non-payment",
    "penalty_interest": "late interest",
    "posting": "entry",
    "postings": "entries",
    "receiver": "recipient",
    "repayment": "refund",
    "respite": "deferral",
    "seizure": "attachment",
    "shutoff": "disconnection",
    "ssn": "personal identity number",
    "util": "what it does",
    "utils": "what they do",
    "workflow": "procedure",
}


def clock(module: Module) -> Iterator[str]:
    """The clock is read only in the faces; below them the day is given."""
    if module.package in FACES or not module.package:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and CLOCK.search(dotted(node)):
            yield f"{module.place}:{node.lineno} reads the clock: {dotted(node)}"
        if is_sql(node, CLOCK_IN_SQL):
            yield f"{module.place}:{line(node)} reads the database's clock"


def rows(module: Module) -> Iterator[str]:
    """Rows are written only in records."""
    if module.package in {"records", "", *PURE}:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and writes_rows(dotted(node.func)):
            yield f"{module.place}:{node.lineno} writes rows: {dotted(node.func)}"
        if is_sql(node, WRITES_BY_SQL):
            yield f"{module.place}:{line(node)} writes rows by SQL"


def whole_ore(module: Module) -> Iterator[str]:
    """No float in domain or formats."""
    if module.package not in PURE:
        return
    for node in ast.walk(module.tree):
        named = isinstance(node, ast.Name) and node.id == "float"
        written = isinstance(node, ast.Constant) and isinstance(node.value, float)
        if named or written:
            yield f"{module.place}:{line(node)} has a float"


def words(module: Module) -> Iterator[str]:
    """The glossary's words, and no others, name things in domain and records."""
    if module.package not in {"domain", "records"}:
        return
    for name, number in defined(module.tree):
        spoken = f"_{re.sub(r'(?<=[a-z])(?=[A-Z])', '_', name).lower()}_"
        for word, ours in NOT_OUR_WORDS.items():
            if f"_{word}_" in spoken:
                yield f"{module.place}:{number} {name}: write {ours}"


CHECKS: tuple[Callable[[Module], Iterator[str]], ...] = (clock, rows, whole_ore, words)


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_keeps_the_rule(check: Callable[[Module], Iterator[str]]) -> None:
    ours = [module for module in modules() if module.name.startswith("reskontra")]
    assert [fault for module in ours for fault in check(module)] == []


@pytest.mark.parametrize(
    ("check", "place", "source"),
    [
        (clock, "reskontra/domain/a.py", "day = date.today()"),
        (clock, "reskontra/records/a.py", "Field(default=timezone.now)"),
        (clock, "reskontra/dunning/a.py", "n = time.time()"),
        (clock, "reskontra/records/a.py", "ask('SELECT CURRENT_DATE')"),
        (rows, "reskontra/intake/a.py", "Invoice.objects.create(number='1')"),
        (rows, "reskontra/dunning/a.py", "Invoice.objects.filter(id=1).update(open_ore=0)"),
        (rows, "reskontra/portal/a.py", "invoice.save()"),
        (rows, "reskontra/nightly/a.py", "cursor.execute('DELETE FROM letter')"),
        (whole_ore, "reskontra/domain/a.py", "x = float(1)"),
        (whole_ore, "reskontra/formats/a.py", "x = 0.5"),
        (words, "reskontra/domain/a.py", "def customer_name(): pass"),
        (words, "reskontra/records/a.py", "class PaymentPlan: pass"),
    ],
)
def test_a_breach_is_found(
    check: Callable[[Module], Iterator[str]], place: str, source: str
) -> None:
    assert len(list(check(module_of(source, place=place)))) == 1


@pytest.mark.parametrize(
    ("check", "place", "source"),
    [
        (clock, "reskontra/nightly/a.py", "day = timezone.localdate()"),
        (rows, "reskontra/records/a.py", "Invoice.objects.create(number='1')"),
        (rows, "reskontra/outgoing/a.py", "default_storage.save('a.pdf', content)"),
        (rows, "reskontra/outgoing/a.py", "digest.update(b'')"),
        (words, "reskontra/domain/a.py", "billed_ore = 1"),
    ],
)
def test_what_is_allowed_is_let_through(
    check: Callable[[Module], Iterator[str]], place: str, source: str
) -> None:
    assert list(check(module_of(source, place=place))) == []


def writes_rows(call: str) -> bool:
    word = call.rpartition(".")[2]
    if word not in WRITES_ROWS or NOT_ROWS.search(call):
        return False
    return bool(ROWS.search(call)) or word in ALWAYS_WRITES


def is_sql(node: ast.AST, pattern: re.Pattern[str]) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(pattern.search(node.value))
    )


def line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


def defined(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name that a module makes: classes, functions, arguments, variables, fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
