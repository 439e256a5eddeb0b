"""The code of every Problem a definition can have, with what it means; `docs/council.md` lists them all.

In: nothing. Out: stable words that programs may rely on.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Code(StrEnum):
    """What kind of fault a Problem of the definitions tells."""

    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_PASSED_OVER = "file-passed-over"
    YAML_SYNTAX = "yaml-syntax"
    YAML_ENCODING = "yaml-encoding"
    YAML_SIZE = "yaml-size"
    YAML_DEPTH = "yaml-depth"
    YAML_ALIAS = "yaml-alias"
    YAML_TAG = "yaml-tag"
    YAML_DOCUMENT = "yaml-document"
    YAML_KEY = "yaml-key"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    VALUE_TYPE = "value-type"
    VALUE_CHOICE = "value-choice"
    VALUE_LIMIT = "value-limit"
    VALUE_RULE = "value-rule"
    DUPLICATE_ID = "duplicate-id"
    RESERVED_ID = "reserved-id"
    UNKNOWN_THEME = "unknown-theme"
    UNKNOWN_AREA = "unknown-area"
    DUPLICATE_AREA = "duplicate-area"
    RATE_WITHOUT_PER = "rate-without-per"
    PER_WITHOUT_RATE = "per-without-rate"
    MILLIONS_NOT_OF_POUNDS = "millions-not-of-pounds"
    HALF_A_FRACTION = "half-a-fraction"
    LINKED_WRONGLY = "linked-wrongly"
    PERIOD = "period"
    TARGET_AREA = "target-area"
    TARGET_OVERLAP = "target-overlap"
    TARGET_DIRECTION = "target-direction"
    TARGET_IMPOSSIBLE = "target-impossible"
    FLOOR_SIDE = "floor-side"
    PROFILE_ORDER = "profile-order"
    SEVERAL_PERIODS = "several-periods"
    DOUBT_AREA = "doubt-area"
    DUPLICATE_DOUBT = "duplicate-doubt"
    DUPLICATE_REF = "duplicate-ref"
    DUPLICATE_SERVICE_AREA = "duplicate-service-area"
    YEAR = "year"
    PLAN_FOLDER = "plan-folder"
    CARRIED_FROM = "carried-from"
    UNKNOWN_RECOMMENDATION = "unknown-recommendation"
    DUE_DATE = "due-date"
    DUE_BEFORE_START = "due-before-start"
    START_OUTSIDE = "start-outside-year"
    MOVES_ORDER = "moves-order"
    MILESTONE_AFTER_DUE = "milestone-after-due"
    DAY = "day"
    DATES_ORDER = "dates-order"
    UNKNOWN_INDICATOR = "unknown-indicator"
    EXPECTATION_AREA = "expectation-area"
    NO_POLARITY = "expectation-without-polarity"
    NO_TARGET = "expectation-without-target"
    SINCE_NOT_BEFORE = "since-not-before"
    LEGEND_MISSING = "legend-missing"
    UNKNOWN_LEGEND = "unknown-legend"
    UNCOVERED_STAGE = "uncovered-stage"
    SUGGESTED_TWICE = "suggested-twice"
    UNKNOWN_JUDGEMENT_AREA = "unknown-judgement-area"
    JUDGED_OUT_OF_TIME = "judged-out-of-time"
    UNKNOWN_BODY = "unknown-body"
    UNKNOWN_MEETING = "unknown-meeting"
    WHEN_MISSING = "when-missing"
    ANSWER_MISSING = "answer-missing"
    CLAIM_PERIOD = "claim-period"
    UNKNOWN_SOURCE = "unknown-source"
    RECIPE_COLUMN = "recipe-column"
    EXEMPT_WITHOUT_REASON = "exempt-without-reason"
    MORE_FAULTS = "more-faults"


MEANING: Final[Mapping[Code, str]] = {
    Code.FILE_MISSING: "The folder has no `council.yaml`.",
    Code.FILE_UNREADABLE: "A file is there but may not be read, or is not an ordinary file.",
    Code.FILE_PASSED_OVER: "A folder, or a file that does not end in `.yaml`, lies where it would be passed over.",
    Code.YAML_SYNTAX: "The text is not YAML: a tab, a colon, a bracket or a quotation mark is out of place.",
    Code.YAML_ENCODING: "The file is not UTF-8 text, or holds characters that cannot be shown.",
    Code.YAML_SIZE: "The file, one of its lines, or the number of its values is too large.",
    Code.YAML_DEPTH: "Values are nested deeper than any definition needs.",
    Code.YAML_ALIAS: "The file uses `&name` or `*name`; every value is written out instead.",
    Code.YAML_TAG: "The file uses a `!tag`; values are plain text, numbers, lists and groups.",
    Code.YAML_DOCUMENT: "The file holds a `%` directive or a second document after `---`.",
    Code.YAML_KEY: "A key is a list or a group instead of a word.",
    Code.DUPLICATE_KEY: "A key is given twice in one group.",
    Code.UNKNOWN_KEY: "A key is not one of those listed on these pages; the nearest is suggested.",
    Code.MISSING_KEY: "A key that must be given is not there.",
    Code.VALUE_TYPE: "A value is of the wrong kind, such as words where a number belongs, or a number without quotes.",
    Code.VALUE_CHOICE: "A value is not one of those allowed.",
    Code.VALUE_LIMIT: "A value is too small, too large, too short or too long, or an id is not in its form.",
    Code.VALUE_RULE: "Values of one group contradict each other.",
    Code.DUPLICATE_ID: "Two things of one kind have the same id; both places are named.",
    Code.RESERVED_ID: "An area has the id `all`, which means the whole service.",
    Code.UNKNOWN_THEME: "An indicator or a statement names a theme that `council.yaml` does not have.",
    Code.UNKNOWN_AREA: "An indicator names an area that `council.yaml` does not have.",
    Code.DUPLICATE_AREA: "An area is named, or judged, twice in one list.",
    Code.RATE_WITHOUT_PER: "The unit is rate and `per` is not given.",
    Code.PER_WITHOUT_RATE: "`per` is given and the unit is not rate.",
    Code.MILLIONS_NOT_OF_POUNDS: "`in_millions` is given and the unit is not pounds.",
    Code.HALF_A_FRACTION: "Of `numerator` and `denominator` only one is given for a percentage or a rate.",
    Code.LINKED_WRONGLY: "An indicator names itself, or `made_of` joins what is no count.",
    Code.PERIOD: "A period cannot be read, or is not of the indicator's frequency and calendar.",
    Code.TARGET_AREA: "A target names an area that its indicator does not have.",
    Code.TARGET_OVERLAP: "Two targets hold for the same period and area.",
    Code.TARGET_DIRECTION: "A target contradicts the polarity.",
    Code.TARGET_IMPOSSIBLE: "A target lies outside the values the indicator can have.",
    Code.FLOOR_SIDE: "A floor lies on the better side of its target.",
    Code.PROFILE_ORDER: "The periods of a profile are not in order of time.",
    Code.SEVERAL_PERIODS: "A break, a doubt or an expectation names more than one period.",
    Code.DOUBT_AREA: "A doubt names an area that its indicator does not have.",
    Code.DUPLICATE_DOUBT: "Two doubts are about the same figure.",
    Code.DUPLICATE_REF: "Two things of one kind have the same `ref`, as actions of a plan year; both places are named.",
    Code.DUPLICATE_SERVICE_AREA: "Two files of a plan year are about the same service area.",
    Code.YEAR: "A plan year is not a year of the council's calendar, or is not written as `2018-19`.",
    Code.PLAN_FOLDER: "A file of the plan lies in the folder of another plan year.",
    Code.CARRIED_FROM: "An action goes on from a year that is not earlier, or from an action which that year lacks.",
    Code.UNKNOWN_RECOMMENDATION: "An action answers a recommendation that `inspections.yaml` does not have.",
    Code.DUE_DATE: "A due date is not a day, a period or `ongoing`, or can be read in two ways.",
    Code.DUE_BEFORE_START: "A due date lies before the start of its action, or before its plan year.",
    Code.START_OUTSIDE: "An action starts after its plan year, or more than five years before it (a warning).",
    Code.MOVES_ORDER: "The moves of a due date are not in order of time.",
    Code.MILESTONE_AFTER_DUE: "A milestone is due after its action (a warning).",
    Code.DAY: "A date that must be a day cannot be read as one.",
    Code.DATES_ORDER: "Something ends, is published, is due or is answered before it began.",
    Code.UNKNOWN_INDICATOR: "Something names an indicator that is not there; the nearest is suggested.",
    Code.EXPECTATION_AREA: "An expectation names an area that its indicator has no figures for.",
    Code.NO_POLARITY: "A figure is expected to improve, or to be no worse, and its indicator has no polarity.",
    Code.NO_TARGET: "A figure is expected on target, and its indicator has no targets (a warning).",
    Code.SINCE_NOT_BEFORE: "The period compared with does not lie before the period that answers.",
    Code.LEGEND_MISSING: "There is a plan, and `council.yaml` names no legend.",
    Code.UNKNOWN_LEGEND: "`council.yaml` names a legend that `legends.yaml` does not have.",
    Code.UNCOVERED_STAGE: "No status of a legend covers a stage (a warning).",
    Code.SUGGESTED_TWICE: "Two statuses of a legend are suggested for the same condition.",
    Code.UNKNOWN_JUDGEMENT_AREA: "A judgement area is named that is not listed.",
    Code.JUDGED_OUT_OF_TIME: "An area is judged before its first year or after its last.",
    Code.UNKNOWN_BODY: "A meeting is of a body that is not listed.",
    Code.UNKNOWN_MEETING: "A question, a claim or an item of the work programme names a meeting that is not listed.",
    Code.WHEN_MISSING: "A question or a claim has neither a meeting nor a day.",
    Code.ANSWER_MISSING: "A question is answered, and its answer or the day of it is not given.",
    Code.CLAIM_PERIOD: "A claim names no period whose figure answers it.",
    Code.UNKNOWN_SOURCE: "A comparison or a list of neighbours names a file that `benchmarks.yaml` does not list.",
    Code.RECIPE_COLUMN: "A recipe says of a column what is no role, period, indicator or `ignore`.",
    Code.EXEMPT_WITHOUT_REASON: "A section of a paper is exempt, and the paper does not say why.",
    Code.MORE_FAULTS: "So much is wrong that only the first faults are listed.",
}
