"""A sound legend, two plan years, a record of inspections and a panel, for the small council of these tests.

In: nothing. Out: the text of each file; every check is shown by changing one of them.
"""

LEGENDS = """\
legends:
  - id: two_colours
    title: Two colours
    statuses:
      - id: completed
        label: Completed
        colour: blue
        meaning: The action is completed.
        stages: [complete, complete_evidenced, business_as_usual, not_applicable]
        suggested_for: [complete]
      - id: needs_more_time
        label: Needs more time
        colour: green
        meaning: The action needs more time to evidence impact.
        stages: [not_started, in_progress, awaiting_sign_off, moved]
        suggested_for: [on_track, at_risk, overdue, not_started, not_updated]
"""

YEARS = """\
years:
  - year: 2018-19
    title: Improvement plan 2018-19
  - year: 2019-20
    title: Improvement plan 2019-20
    key_priorities:
      - title: Quality of practice
        indicators: [good_audits]
"""

PMQA = """\
plan_year: 2018-19
id: pmqa
title: Performance management and quality assurance
head: Head of Service, Quality
order: 10
priorities:
  - ref: PMQA 2
    title: One record of a child
    actions:
      - ref: PMQA 2.1
        text: Move to a single social care system.
        origin: inspection
        recommendations: [R1]
        lead: Principal Social Worker
        start: 2018-06-01
        due: 31 December 2018
        moves:
          - to: 2018-19 Q4
            on: 2018-10-01
            reason: The system came late.
          - to: 31 March 2020
            on: 2019-01-15
            reason: The system was delayed again.
        milestones:
          - id: chosen
            title: A system is chosen
            due: 2018-19 Q2
          - id: trained
            title: Workers are trained
            due: June 2019
        indicators:
          - indicator: caseload
            area: assessment
            expects: improves
            period: 2019-20 Q4
            since: 2018-19 Q4
        evidence:
          - kind: practice_week
            date: February 2019
            text: Practitioners still keep two records.
      - ref: PMQA 2.2
        text: Hold a practice week each quarter.
        origin: self_evaluation
        lead: Principal Social Worker
        due: ongoing
        indicators:
          - indicator: good_audits
            expects: on_target
"""

NEXT_YEAR = """\
plan_year: 2019-20
id: pmqa
title: Performance management and quality assurance
head: Head of Service, Quality
priorities:
  - ref: PMQA 2
    title: One record of a child
    actions:
      - ref: PMQA 2.1
        text: Move to a single social care system.
        origin: inspection
        lead: Principal Social Worker
        due: 31 March 2019
        carried_from:
          year: 2018-19
          ref: PMQA 2.1
"""

INSPECTIONS = """\
judgement_areas:
  - id: in_care_and_leavers
    title: Children in care and care leavers
    until: 2022
  - id: care_leavers
    title: Care leavers
    since: 2023
    replaces: [in_care_and_leavers]
inspections:
  - id: ilacs_2022
    title: Inspection of March 2022
    kind: inspection
    date: 2022-03-28
    began: 2022-03-21
    ended: 2022-04-01
    published: 2022-05-16
    judgements:
      - area: in_care_and_leavers
        grade: good
    recommendations:
      - ref: R1
        text: Track children missing education.
  - id: visit_2024
    title: Visit of 2024
    kind: focused_visit
    date: "2024"
    judgements:
      - area: care_leavers
        grade: outstanding
directions:
  - id: direction
    title: A direction
    issued: 2016-05-01
    ended: 2017-05-01
    text: Appoint a commissioner.
pledges:
  - ref: P1
    to: Children in care
    text: You will have a worker with time for you.
    made: 2018-19
    indicators:
      - indicator: caseload
        expects: at_most
        value: 18
self_evaluation:
  - ref: S1
    year: 2018-19
    theme: workforce
    kind: strength
    text: Caseloads are falling.
    indicators:
      - indicator: caseload
        expects: falls
    evidence:
      - kind: case_audit
        date: 2018-19 Q3
        text: Plans are clearer.
"""

PANEL = """\
bodies:
  - id: scrutiny
    title: Scrutiny Panel
meetings:
  - id: june
    body: scrutiny
    date: 19 June 2019
work_programme:
  - meeting: june
    title: Improvement plan
    owner: Director
    period: 2018-19 Q4
    indicators: [caseload, good_audits]
questions:
  - ref: Q1
    meeting: june
    text: How long do workers stay?
    owner: Head of Service, Workforce
    due: 2019-20 Q2
    state: answered
    answer: Two years.
    answered: 2019-07-01
  - ref: Q2
    asked: 2019-03-05
    where: A visit
    text: Why two systems?
    owner: Director
    due: ongoing
claims:
  - ref: C1
    meeting: june
    by: Director
    text: Caseloads will fall in Quarter 2.
    expectation:
      indicator: caseload
      expects: falls
      period: 2019-20 Q2
"""
