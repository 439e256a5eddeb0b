"""The reading age of a text: syllables as they are said, and ages that tell plain English from the rest."""

import pytest

from kpi.reports.reading import AIM, OLDEST, YOUNGEST, reading_age, syllables

SYLLABLES = {
    1: "child home homes moved helped judged care year more there use used goes court months school can't we'll "
    "they're whole while league queue",
    2: "children council people social worker started needed placement places houses cases carer leaver review quarter "
    "million special being doing little table settled able safely something sometimes figure budget police lived-in "
    "service quiet science business hundred didn't prison",
    3: "family families protected protection national area idea decision everyone agency vacancy guardian adopted "
    "adviser offices different average serious various period radio video chocolate recognised initial suitable",
    4: "education experience usually situation re-referral conferences illustrative",
    5: "accommodation",
}
PLAIN = "When a worker leaves, children must tell their story again to a stranger."
HARD = (
    "Former relevant young people aged 19 to 21 with whom the authority maintained no documented contact around their "
    "birthday, expressed as a proportion of the eligible population, subsequent to statistical standardisation."
)


@pytest.mark.parametrize(("count", "words"), SYLLABLES.items())
def test_syllables_are_counted_as_they_are_said(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_plain_english_is_plain_and_the_language_of_officers_is_not() -> None:
    plain, hard = reading_age(PLAIN), reading_age(HARD)
    assert plain.age <= AIM < hard.age
    assert (plain.is_plain, hard.is_plain) == (True, False)


def test_the_figure_follows_the_published_formula() -> None:
    # 2 sentences of 5 words, 10 words with 13 syllables: 0.39 x 5 + 11.8 x 1.3 - 15.59 = 1.7, and 5 years.
    found = reading_age("We help children at home. We see them every week.")
    assert (found.words, found.sentences) == (10, 2)
    assert found.age == 7


def test_shorter_sentences_are_never_harder() -> None:
    long = "The plan is looked at again after three months and then it is looked at again every six months"
    short = "The plan is looked at again after three months. Then it is looked at again every six months"
    assert reading_age(short).age < reading_age(long).age


def test_an_editor_is_told_the_longest_sentence_and_what_to_do() -> None:
    found = reading_age(f"It helps. {HARD}")
    assert found.longest.startswith("Former relevant young people")
    assert found.sentence.endswith("and the aim is 13: shorten sentences, use shorter words.")
    assert reading_age(PLAIN).sentence == "Reading age 11, which is plain."


@pytest.mark.parametrize("text", ["", "  ", "1,037", "£140,000", "…", "\u202e😀"])
def test_a_text_without_words_has_no_age_to_speak_of(text: str) -> None:
    assert (reading_age(text).age, reading_age(text).words) == (YOUNGEST, 0)
    assert reading_age(text).sentence == "There is nothing to read yet."


def test_ages_stay_within_a_life() -> None:
    assert reading_age("antidisestablishmentarianism " * 400).age == OLDEST
    assert reading_age("Go. " * 500).age == YOUNGEST
