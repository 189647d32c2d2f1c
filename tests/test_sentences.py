"""Sentences are for readers: no code takes one apart to find out what it means."""

import ast

import pytest
from reading_code import PACKAGE, name, tree

SENTENCES = {"notes", "messages", "message", "finding", "definition", "sentence"}
READING = {
    "split",
    "partition",
    "rpartition",
    "startswith",
    "endswith",
    "removeprefix",
    "removesuffix",
    "find",
    "index",
}


def is_sentence(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in SENTENCES


def reads_a_sentence(node: ast.AST) -> bool:
    if isinstance(node, ast.Subscript):
        return is_sentence(node.value) and not isinstance(node.slice, ast.Slice)  # some of them passed on are not read
    if isinstance(node, ast.Compare):
        return any(isinstance(sign, ast.In | ast.NotIn) for sign in node.ops) and any(
            map(is_sentence, node.comparators)
        )
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in READING and is_sentence(called.value)


@pytest.mark.parametrize("path", PACKAGE, ids=name)
def test_no_sentence_is_taken_apart(path):
    found = [node.lineno for node in ast.walk(tree(path)) if reads_a_sentence(node)]
    assert not found, f"{name(path)}, line {found}: read Answer.facts, or a field of the finding"


@pytest.mark.parametrize(
    "line",
    ["proof.notes[0]", "'left out' in finding.message", "answer.message.split(':')", "view.finding.startswith('In')"],
)
def test_the_rule_sees_each_way_of_reading_one(line):
    assert any(reads_a_sentence(node) for node in ast.walk(ast.parse(line)))
