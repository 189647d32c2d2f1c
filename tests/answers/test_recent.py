"""The shelf of recent answers: kept while there is room, made once, let go in order of use."""

from hubdata.answers.recent import Recent


def test_what_is_on_the_shelf_is_not_made_again():
    made = []
    shelf = Recent(2)
    for key in ("a", "b", "a", "a", "b"):
        assert shelf.get(key, lambda key=key: made.append(key) or key.upper()) == key.upper()
    assert made == ["a", "b"]


def test_the_one_longest_unused_goes_first():
    made = []
    shelf = Recent(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        shelf.get(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "b"]
