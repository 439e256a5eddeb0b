"""Labels: what a spreadsheet may call a period, and what it may not."""

import pytest

from kpi.period import (
    Calendar,
    Frequency,
    PeriodError,
    Reading,
    financial_quarter,
    in_frequency,
    parse,
    read,
    read_as,
    span,
)


def labels(listed: str) -> list[str]:
    return [label.strip() for label in listed.split("|")]


def question(text: str, calendar: Calendar | None = None) -> str:
    with pytest.raises(PeriodError) as refusal:
        parse(text, calendar)
    return refusal.value.question


@pytest.mark.parametrize(
    "label",
    labels(
        """2018-19 Q4|2018/19 Q4|Q4 2018/19|Q4 2018-19|2018-19;Q4|201819 Q4|2018-19Q4|2018-19 - Q4|Qtr 4 18/19|
        quarter 4 2018/19|4th quarter 2018-19|Q.4 2018–19|FY2018/19 Q4|2018-19 Financial Year: Q4|
        jan-mar-2019|JAN - MAR 2019|January to March 2019|2019 Jan-Mar|Jan-19 to Mar-19|2018/19 Jan/Mar|
        Q4 (2018-19)|Q4 2018-19 (Jan-Mar)|Q4 2018-19 [31/03/2019]|Q4 2018-19 (prov)|
        quarter ending 31 March 2019|3 months to March 2019|Q4 2018-19 provisional|
        2018-19 Q4 (financial year)"""
    ),
)
def test_every_spelling_of_the_last_quarter_is_the_last_quarter(label: str) -> None:
    assert parse(label) == parse("2018-19 Q4")


@pytest.mark.parametrize(
    "label",
    labels(
        """31/03/2019|31-03-2019|31.03.2019|31/3/19|2019-03-31|2019/03/31|20190331|31 March 2019|
        31st March 2019|31-Mar-19|31Mar2019|March 31, 2019|2019-03-31 00:00:00|2019-03-31T00:00:00.000Z|
        31/03/2019 0:00|at 31 March 2019|as at 31/03/2019|Position at 31 Mar 2019|end of Q4 2018/19|
        end March 2019|at 31 Mar 2019 (end of Q4 2018/19)"""
    ),
)
def test_every_spelling_of_a_day_is_that_day(label: str) -> None:
    assert parse(label) == parse("2019-03-31")


@pytest.mark.parametrize(
    "label",
    labels("Sep-18|Sept 2018|September 2018|sep '18|Sep. 2018|2018-09|201809|2018/09|09/2018|9/2018|2018 September"),
)
def test_every_spelling_of_a_month_is_that_month(label: str) -> None:
    assert parse(label) == parse("September 2018")


def test_january_to_march_2019_is_named_after_the_year_that_began_in_april_2018() -> None:
    assert str(parse("Jan-Mar 2019")) == "2018-19 Q4"


@pytest.mark.parametrize("label", ["2018 (Rev)", "2018 Rev", "2018 [Rev]"])
def test_a_qualifier_is_kept_as_written(label: str) -> None:
    assert read(label) == Reading(parse("2018"), "Rev")


def test_an_unknown_word_in_brackets_is_not_passed_over() -> None:
    assert question("2018-19 (part)")
    assert question("2018-19 (Rev) (prov)")


def test_a_label_that_contradicts_itself_is_refused() -> None:
    assert question("Q4 2018-19 (April to June 2018)") == "Which of the two is meant?"
    assert question("at 30 Jun 2022 (end of Q2 2022/23)") == "Which of the two is meant?"
    assert question("Q4 2018-19 (31/12/2018)") == "Which of the two is meant?"
    assert question("calendar academic year 2018") == "Which one is meant?"


def test_brackets_with_months_alone_do_not_settle_which_year_a_quarter_is_of() -> None:
    assert "calendar year" in question("Q4 2022 (Jan-Mar)")


def test_brackets_that_name_the_months_and_year_settle_the_calendar() -> None:
    assert parse("Q1 2018 (January to March 2018)") == parse("2018 Q1", Calendar.CALENDAR)
    assert parse("Q1 2018-19 (Sep-Nov)") == parse("2018-19 Q1", Calendar.ACADEMIC)


def test_what_a_label_says_itself_outweighs_what_was_told() -> None:
    assert parse("2018 calendar year Q1", Calendar.FINANCIAL) == parse("2018 Q1", Calendar.CALENDAR)
    assert parse("academic year 2018-19", Calendar.FINANCIAL) == parse("2018-19", Calendar.ACADEMIC)


def test_a_year_over_two_calendar_years_is_no_calendar_year() -> None:
    assert question("2018-19", Calendar.CALENDAR).startswith("Is it the financial year from April 2018")


@pytest.mark.parametrize("label", ["2018-20", "2018-17", "2018-18", "2018/2020", "201820", "2016-17-18", "1999-99"])
def test_years_that_do_not_follow_each_other_are_no_year(label: str) -> None:
    assert question(label)


def test_the_turn_of_the_century_is_a_year() -> None:
    assert [str(parse(label)) for label in ("1999-00", "1999/2000", "199900", "2099-00")] == ["1999-00"] * 3 + [
        "2099-00"
    ]


@pytest.mark.parametrize("label", ["2005-06", "200506", "2005/06"])
def test_a_label_that_may_be_year_or_month_is_a_year_unless_months_are_due(label: str) -> None:
    assert str(parse(label)) == "2005-06"
    assert read_as(label, Frequency.MONTH, Calendar.FINANCIAL).period == parse("June 2005")
    assert read_as(label, Frequency.YEAR, Calendar.FINANCIAL).period == parse("2005-06")
    with pytest.raises(PeriodError, match="Is June 2005 meant"):
        in_frequency(parse(label), Frequency.MONTH, Calendar.FINANCIAL)


@pytest.mark.parametrize(
    "label",
    labels(
        """2021/22 Q1 - 2021/22 Q3|Q1-Q4 2022/23|Q1-3 2022/23|Q1 to Q3 2018-19|Q1 & Q2 2018-19|2018-19 Q1+Q2|
        2018-19Q1-2018-19Q4|YTD 2018-19|2018-19 year to date|2018-19 (Q1-Q3)|Cumulative Q3 2018-19|
        1st quarter to 3rd quarter 2018-19"""
    ),
)
def test_a_running_total_is_never_a_quarter(label: str) -> None:
    for told in (None, *Calendar):
        assert question(label, told).startswith("Is it the year to date")


@pytest.mark.parametrize(
    "label", ["", "   ", "\u00a0", "Q1", "total", "nan", "None", "Unnamed: 3", "=1+1", "()", "Week 12 2019", "x" * 500]
)
def test_what_is_no_period_is_refused(label: str) -> None:
    assert question(label)


def test_digits_of_other_alphabets_are_refused() -> None:
    assert question("\u0662\u0660\u0661\u0668-\u0661\u0669")
    assert question("2018-1\u2079")


def test_a_refusal_quotes_the_label_as_it_was_written() -> None:
    with pytest.raises(PeriodError, match="'Q1-Q4 2022/23'"):
        parse("Q1-Q4 2022/23")


def test_days_are_written_day_first() -> None:
    assert str(parse("11/02/2019")) == "2019-02-11"
    assert question("02/31/2019") == "Which day is meant?"


def test_a_time_of_day_is_no_period() -> None:
    assert question("2019-03-31 14:30:00")


def test_a_financial_quarter_needs_no_calendar_told() -> None:
    assert financial_quarter("2018-19 Q1") == financial_quarter("Q1 2018") == financial_quarter("30/06/2018")
    with pytest.raises(PeriodError):
        financial_quarter("2018-19")


def test_a_bare_year_is_asked_about_for_financial_and_academic_indicators() -> None:
    for calendar in (Calendar.FINANCIAL, Calendar.ACADEMIC):
        with pytest.raises(PeriodError, match="Is it 2018-19 or 2019-20"):
            in_frequency(parse("2019"), Frequency.YEAR, calendar)
    assert in_frequency(parse("2019"), Frequency.YEAR, Calendar.CALENDAR) == parse("2019")


def test_the_months_of_excel_stand_for_their_month_but_for_no_quarter() -> None:
    first_of_march = parse("2019-03-01 00:00:00")
    assert str(in_frequency(first_of_march, Frequency.MONTH, Calendar.FINANCIAL)) == "2019-03"
    with pytest.raises(PeriodError, match="Is Q4 2018-19 meant, which ends on 31 March 2019"):
        in_frequency(first_of_march, Frequency.QUARTER, Calendar.FINANCIAL)


def test_a_month_in_the_middle_is_refused_for_a_month() -> None:
    with pytest.raises(PeriodError, match="not the last day of a month"):
        in_frequency(parse("15 March 2019"), Frequency.MONTH, Calendar.FINANCIAL)


def test_an_academic_year_is_not_taken_for_a_financial_one() -> None:
    with pytest.raises(PeriodError, match="is an academic year, but a financial year is due"):
        read_as("academic year 2018-19", Frequency.YEAR, Calendar.FINANCIAL)


def test_an_indicator_of_academic_years_reads_2018_19_as_one() -> None:
    assert read_as("2018-19", Frequency.YEAR, Calendar.ACADEMIC).period == parse("2018-19", Calendar.ACADEMIC)
    assert read_as("2018-19 (Rev)", Frequency.YEAR, Calendar.ACADEMIC).qualifier == "Rev"


def test_an_indicator_does_not_settle_which_calendar_a_file_means() -> None:
    with pytest.raises(PeriodError, match="Is it January to March 2022"):
        read_as("Q1 2022", Frequency.QUARTER, Calendar.FINANCIAL)
    told = read_as("Q1 2022", Frequency.QUARTER, Calendar.FINANCIAL, Calendar.CALENDAR)
    assert str(told.period) == "2021-22 Q4"


def test_a_range_may_be_one_period_in_words() -> None:
    assert span("April to June 2018") == (parse("2018-19 Q1"), parse("2018-19 Q1"))
    assert span("from April 2018 to December 2018") == (parse("April 2018"), parse("December 2018"))


@pytest.mark.parametrize(
    "text", ["2018-19 Q4 to 2018-19 Q1", "2018-19 to 2018-19 Q4", "from", "to", "", "Q1 2022 to Q4 2022"]
)
def test_a_range_that_does_not_run_is_refused(text: str) -> None:
    with pytest.raises(PeriodError):
        span(text)


def test_a_range_with_an_ambiguous_end_asks_about_that_end() -> None:
    with pytest.raises(PeriodError, match="Is it January to March 2022"):
        span("Q1 2022 to Q4 2022")
