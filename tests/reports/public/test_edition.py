"""The public edition of the demonstration: what was published, in plain English, better and worse where they belong."""

from kpi.reports.public.edition import Measure, PublicEdition
from kpi.reports.public.texts import texts, unexplained
from kpi.reports.reading import AIM


def measure(edition: PublicEdition, id_: str) -> Measure:
    return next(one for one in edition.measures if one.id == id_)


def test_published_counts_fall_which_is_neither_good_nor_bad(edition: PublicEdition) -> None:
    found = {one: measure(edition, one).verdict for one in ("cin_number", "cp_number", "cla_number")}
    assert [verdict.word for verdict in found.values()] == ["lower"] * 3
    assert found["cin_number"].sentence == "It went down from 1,037 (end of March 2018) to 821."
    assert found["cp_number"].sentence == "It went down from 379 (end of March 2018) to 330."
    assert found["cla_number"].sentence == "It went down from 648 (end of March 2018) to 624."
    assert found["cin_number"].means == "A higher or lower number is neither good nor bad by itself."


def test_better_and_worse_say_what_that_means_for_families(edition: PublicEdition) -> None:
    moved, doctor = measure(edition, "cla_3plus").verdict, measure(edition, "cla_iha").verdict
    assert (moved.word, moved.than, moved.means) == (
        "better",
        "a year before",
        "Fewer children had to move again and again.",
    )
    assert (doctor.word, doctor.means) == ("worse", "More children waited to see a doctor after they came into care.")


def test_the_aim_is_held_against_the_figure_as_printed(edition: PublicEdition) -> None:
    goals = {one: measure(edition, one).goal for one in ("audit_good", "assess_45", "icpc_15")}
    assert {one: goal.sentence for one, goal in goals.items() if goal} == {
        "audit_good": "We aim for at least 50%. We meet this.",
        "assess_45": "We aim for at least 85%. We are close to this.",
        "icpc_15": "We aim for at least 85%. We do not meet this yet.",
    }
    assert measure(edition, "cin_number").goal is None


def test_what_cannot_be_compared_says_why(edition: PublicEdition) -> None:
    reviews, plans = measure(edition, "dfe_cp_reviews").verdict, measure(edition, "cp_2yr_active").verdict
    assert (reviews.word, plans.word) == ("cannot say", "cannot say")
    assert reviews.sentence == "We cannot compare: one of the two figures may be wrong."
    assert plans.sentence == "The earlier number is not shown, so that no child can be recognised."


def test_two_counts_of_the_same_name_are_kept_and_never_joined(edition: PublicEdition) -> None:
    ours, national = measure(edition, "cin_number"), measure(edition, "dfe_cin_number")
    assert (ours.now.text, national.now.text) == ("821", "2,159")
    assert ours.title != national.title


def test_a_figure_given_in_words_is_told_in_words(edition: PublicEdition) -> None:
    found = measure(edition, "caseload_team-children_in_care")
    assert (found.now.text, found.now.value, found.now.symbol) == ("currently in the low 20s", None, "x")


def test_what_has_no_new_number_tells_the_last_one(edition: PublicEdition) -> None:
    last = measure(edition, "cla_gcse5").last_number
    assert last is not None
    assert (last.text, last.when) == ("19%", "school year 2014-15")


def test_every_text_can_be_read_at_the_age_aimed_at_and_no_short_form_is_left_unexplained(
    edition: PublicEdition,
) -> None:
    assert [(one.about, one.reading.age) for one in texts(edition) if one.reading.age > AIM] == []
    assert unexplained(edition) == ()


def test_every_measure_with_a_good_direction_says_what_better_and_worse_mean(edition: PublicEdition) -> None:
    without = [one.id for one in edition.measures if one.verdict.word in ("better", "worse") and not one.verdict.means]
    assert without == []
