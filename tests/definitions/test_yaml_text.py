"""YAML is taken as written or refused with a line; nothing in it is changed silently and nothing in it raises.

In: bytes. Out: values, lines and Problems.
"""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpi.definitions.yaml_text import read_yaml


def value_of(text: str) -> object:
    document = read_yaml(f"key: {text}".encode(), "some.yaml")
    assert not document.problems
    return document.value["key"]


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "no",
        "yes",
        "on",
        "010",
        "12:30",
        "1_000",
        "0x1F",
        "0o17",
        "2019-02-11",
        "2018-19 Q4",
        ".inf",
        ".nan",
        "52%",
    ],
)
def test_a_word_that_other_readers_change_stays_a_word(word):
    assert value_of(word) == word


@pytest.mark.parametrize(
    ("text", "number"), [("52", 52), ("-4", -4), ("16.5", 16.5), ("0", 0), ("1.2e3", 1200.0), ("2018", 2018)]
)
def test_ordinary_digits_are_a_number(text, number):
    assert value_of(text) == number
    assert type(value_of(text)) is type(number)


@pytest.mark.parametrize("text", ["'52'", '"52"', "'true'", "'~'"])
def test_what_stands_in_quotes_is_text(text):
    assert value_of(text) == text[1:-1]


@pytest.mark.parametrize("digits", ["9" * 400, "1e999", "٣٤", "1" * 16])
def test_a_number_too_long_to_keep_exactly_stays_text(digits):
    assert value_of(digits) == digits


def test_every_key_and_entry_knows_its_line():
    document = read_yaml(
        b"# themes\nthemes:\n  - id: workforce\n\n  - id: quality\n    title: Quality\n", "council.yaml"
    )
    assert str(document.where(("themes",))) == "council.yaml:2"
    assert str(document.where(("themes", 1))) == "council.yaml:5"
    assert str(document.where(("themes", 1, "title"))) == "council.yaml:6"
    assert str(document.where(("themes", 1, "description"))) == "council.yaml:5"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (b"a: 1\n\tb: 2", "yaml-syntax", 2),
        (b"title: Work: the plan", "yaml-syntax", 1),
        (b"a: 1\nb: [1, 2\n", "yaml-syntax", 2),
        (b"a: 1\nb: 'open\n", "yaml-syntax", 2),
        (b"a: 1\nb: @work\n", "yaml-syntax", 2),
        (b"a:\n  b: 1\n c: 2\n", "yaml-syntax", 3),
        (b'a: "\\UFFFFFFFF"', "yaml-syntax", None),
        (b"a: 1\nname: Caf\xe9", "yaml-encoding", 2),
        ("a: 1".encode("utf-16"), "yaml-encoding", 1),
        (b'a: 1\nb: "\\x00"', "yaml-encoding", 2),
        (b"a: 1\nb: \x7f", "yaml-encoding", 2),
        ("a: 1\nb: \uffff".encode(), "yaml-encoding", 2),
        (b'a: 1\nb: "\\u202e"', "yaml-encoding", 2),
        (b'a: 1\nb: "\\ud800"', "yaml-encoding", 2),
        (b"a: 1\nb: &name 2", "yaml-alias", 2),
        (b"a: 1\nb: *name", "yaml-alias", 2),
        (b"a: 1\nb: !!python/object:os.system x", "yaml-tag", 2),
        (b"a: 1\nb: !!str 5", "yaml-tag", 2),
        (b"%YAML 1.1\n---\na: yes", "yaml-document", 2),
        (b"a: 1\n---\nb: 2", "yaml-document", 2),
        (b"a: 1\n? [b]\n: 2", "yaml-key", 2),
        (b"a: 1\nb: 2\na: 3", "duplicate-key", 3),
        (b"a: " + b"[" * 30, "yaml-depth", 1),
        (b"a: 1\nb: " + b"x" * 20_000, "yaml-size", 2),
        (b"a: 1\n" * 60_000, "yaml-size", None),
        (b"[" + b"1," * 4_000 + b"\n" + (b" " + b"1," * 4_000 + b"\n") * 15 + b"]", "yaml-size", None),
        (b"#" * 1_000_001, "yaml-size", None),
    ],
)
def test_what_is_not_plain_yaml_is_told_with_its_line(text, code, line):
    problem = read_yaml(text, "some.yaml").problems[0]
    assert (problem.code, problem.where.line) == (code, line)
    assert problem.fix


def test_the_first_of_two_equal_keys_is_kept_and_named():
    document = read_yaml(b"a: 1\nb: 2\na: 3\n", "some.yaml")
    assert document.value == {"a": 1, "b": 2}
    assert "line 1" in document.problems[0].message


def test_several_faults_of_one_file_are_told_together():
    document = read_yaml(b"a: &x 1\nb: !t 2\na: 3\nc: *x\n", "some.yaml")
    assert [problem.code for problem in document.problems] == ["yaml-alias", "yaml-tag", "duplicate-key", "yaml-alias"]


def test_a_file_with_a_byte_order_mark_reads_the_same():
    assert read_yaml(b"\xef\xbb\xbfa: 1", "some.yaml").value == {"a": 1}


def test_faults_without_end_stop_being_listed():
    problems = read_yaml(b"- !t x\n" * 5_000, "some.yaml").problems
    assert len(problems) == 51
    assert problems[-1].code == "more-faults"


ALIAS_BOMB = b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a, *a]\n" % (n, n) for n in range(20_000))
LARGE = b"".join(b"- id: measure_%d\n  targets:\n    - at_least: 5\n" % n for n in range(23_000))[:999_999]


@pytest.mark.parametrize("content", [ALIAS_BOMB, LARGE, b"x" * 50_000_000, b"- " * 400_000], ids=len)
def test_a_hostile_file_costs_less_than_two_seconds(content):
    start = time.process_time()
    assert read_yaml(content, "some.yaml").problems
    assert time.process_time() - start < 2


PIECES = st.one_of(
    st.sampled_from("[]{},'\"|>#?%~:-&*!\\\t\n a"),
    st.sampled_from(["- ", ": ", "&a ", "*a", "!t ", "---", "...", "<<", "010", "NO", "id", "\x85", "\u0663"]),
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@example('a: "\\U00110000"')
@example("a: |9999999999999\n b")
@example("!<%ff> b")
def test_no_text_whatever_raises(text):
    document = read_yaml(text.encode("utf-8", "surrogatepass"), "some.yaml")
    assert document.problems or document.value is None or isinstance(document.value, str | int | float | list | dict)


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(content):
    read_yaml(content, "some.yaml")


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=30))
def test_quoted_text_comes_back_as_it_was(text):
    quoted = "'" + text.replace("'", "''") + "'"
    assert value_of(quoted) == text
