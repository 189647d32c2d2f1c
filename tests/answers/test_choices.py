"""What is asked is one frozen value: declared by the question, checked at the door, and passed whole."""

import ast
from dataclasses import fields, is_dataclass
from inspect import Parameter, signature

import pytest
from reading_code import PACKAGE, dotted, functions, name
from small_store import store_of

from hubdata.answers.ask import QUESTIONS, answer_to, ask
from hubdata.answers.question import Unanswerable, altered, leaves
from hubdata.measures.asked import Networks, Reach
from hubdata.schema import AREAS_OF_WORK

ASKED = [path for path in PACKAGE if dotted(path).startswith(("hubdata.answers", "hubdata.measures"))]
DOOR = ("hubdata.answers.ask", "ask")


def values_of(kind: type) -> list[type]:
    """The type of a question's choices and those of the choices within it."""
    inside = [type(getattr(kind(), each.name)) for each in fields(kind) if is_dataclass(getattr(kind(), each.name))]
    return [kind, *(found for each in inside for found in values_of(each))]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda one: one.name)
class TestEveryQuestion:
    def test_is_asked_with_frozen_values(self, question):
        for kind in values_of(question.choices) if question.choices else ():
            assert kind.__dataclass_params__.frozen, kind

    def test_has_its_options_among_its_choices(self, question):
        assert {option.name for option in question.options} <= question.defaults.keys()

    def test_has_defaults_that_its_options_allow(self, question):
        for option in question.options:
            default = question.defaults[option.name]
            assert default is None or not option.allowed or default in option.allowed

    def test_hands_its_answer_what_it_declares_and_nothing_else(self, question):
        takes = list(signature(question.answer).parameters.values())[1:]
        positional = [one.name for one in takes if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
        by_name = [one.name for one in takes if one.kind is Parameter.KEYWORD_ONLY]
        assert ("by" in positional) == bool(question.by)
        assert len(positional) == bool(question.by) + bool(question.choices)
        assert by_name == (["only"] if question.only else [])
        assert len(takes) == len(positional) + len(by_name)


@pytest.mark.parametrize("path", ASKED, ids=name)
def test_no_bag_of_choices_goes_below_the_door(path):
    below = [one for one in functions(path) if (dotted(path), one.name) != DOOR]
    bags = [one.name for one in below if one.args.kwarg or any(map(_is_bag, _annotations(one)))]
    assert not bags


def _is_bag(annotation: ast.expr) -> bool:
    return ast.unparse(annotation) == "dict[str, object]"


def _annotations(function: ast.FunctionDef) -> list[ast.expr]:
    given = (*function.args.args, *function.args.kwonlyargs)
    return [each.annotation for each in given if each.annotation is not None]


def test_words_and_values_ask_the_same():
    store, role = store_of(1), AREAS_OF_WORK[0]
    words = ask(store, "reach", ("phase",), definition="within", km=8.0, role=role, weight="pupils")
    value = answer_to(store, "reach", ("phase",), {}, Reach("within", 8.0, Networks(role=role), "pupils"))
    assert words.table.equals(value.table)
    assert words.messages == value.messages


def test_a_value_of_another_question_is_refused():
    with pytest.raises(TypeError, match="reach is asked with"):
        answer_to(store_of(1), "reach", (), {}, Networks())


def test_a_value_is_checked_like_words():
    with pytest.raises(Unanswerable, match="km must be at least 0"):
        answer_to(store_of(1), "reach", (), {}, Reach(km=-1.0))
    with pytest.raises(Unanswerable, match="attendance has no option 'role'"):
        answer_to(store_of(1), "attendance", (), {}, Networks(role=AREAS_OF_WORK[0]))


def test_a_value_within_a_value_can_be_changed_by_its_name():
    changed = altered(Reach(), {"role": "Leadership potential", "km": 3.0})
    assert changed == Reach(km=3.0, networks=Networks(role="Leadership potential"))
    assert leaves(changed)["role"] == "Leadership potential"
    assert Reach().networks.role is None
