"""Small published files of each shape, written for the tests, and a pack that reads them.

In: nothing. Out: texts of files; a pack of the demonstration's indicators with the descriptions of the files.
"""

from pathlib import Path

from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.settings import ROOT

WORKFORCE = """\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,\
la_name,turnover_rate_fte,caseload_fte,vacancy_rate_fte,agency_rate_fte
2019,Reporting year,National,E92000001,England,,,,,,15.0,16.9,16.4,15.8
2019,Reporting year,Regional,E92000001,England,E12000005,West Midlands,,,,15.7,17.3,17.0,17.1
2019,Reporting year,Local authority,E92000001,England,,,336,E08000031,Wolverhampton,11.2,16,13.1,10.2
2019,Reporting year,Local authority,E92000001,England,,,333,E08000028,Sandwell,11.2,18,x,low
2019,Reporting year,Local authority,E92000001,England,,,335,E08000030,Walsall,9.9,15,z,20
2019,Reporting year,Local authority,E92000001,England,,,331,E08000026,Coventry,u,16,c,30
2018,Reporting year,Local authority,E92000001,England,,,336,E08000031,Wolverhampton,28,19.7,19,18
"""
"""Explore education statistics: a row an area and year, a column a measure."""

CARE = """\
\ufefftime_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,\
new_la_code,population_type,population_estimate,children_count,rate_per_10000
2019,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,336,Wolverhampton,E08000031,\
Children looked after on 31 March each year,60544,625,103
2019,Reporting year,National,E92000001,England,,,,,,Children looked after on 31 March each year,12023568,78140,65
2019,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,336,Wolverhampton,E08000031,\
Children starting to be looked after each year,60544,180,30
"""
"""The same with a byte order mark, another order of columns, and a column that splits the measures."""

TOOL = """\
Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region
Continue_Assess_Comp,Assessments within 45 days,2019,Wolverhampton,82.799999999999997,336.0,West Midlands
Continue_Assess_Comp,,2019,England,83.100000000000009,970.0,NA
Continue_Assess_Comp,,2019,West Midlands,84.5,984.0,NA
Continue_Assess_Comp,,2019,Sandwell,90,333.0,West Midlands
Continue_Assess_Comp,,2019,Walsall,-,335.0,West Midlands
RTA,Road casualties,2014-16,Wolverhampton,20.149999999999999,336.0,West Midlands
A3A,Three A grades,2018 (Rev),Wolverhampton,7.0000000000000007E-2,336.0,West Midlands
A3A,,2020 (Final),Wolverhampton,7.5,336.0,West Midlands
LACFinance,Finance,2016-17 (OT),Wolverhampton,1250,336.0,West Midlands
PriPermEx,Exclusions,2015/16,Wolverhampton,0,336.0,West Midlands
HE_19_All,Higher education,2015-16,Wolverhampton,40,336.0,West Midlands
Hosp_Adm_Alc_<18yrs,Admissions,2013/14-15/16,Wolverhampton,31.2,336.0,West Midlands
KS1P_all,Phonics,2025 (prov),Wolverhampton,79,336.0,West Midlands
CINPermExclusion,Exclusions of children in need,0,Wolverhampton,-,336.0,West Midlands
"""
"""The Local Authority Interactive Tool: a row a figure, nine forms of years, labels only once, a year 0."""

NEIGHBOURS = """\
\ufeffold_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P,SN_10,SN_10P
336,Wolverhampton,8,West Midlands,333,Very close,335,Very close,331,Close\x20
333,Sandwell,8,West Midlands,335,Very close,336,Very close,861,Close\x20
"""
"""Statistical neighbours, one row a council."""

NEIGHBOURS_2021 = """\
LA Number,LA Name,SN1,SN1 Name,SN1 Prox,SN2,SN2 Name,SN2 Prox,SN10,SN10 Name,SN10 Prox
336,Wolverhampton,335.0,Walsall,Very Close,333.0,Sandwell,Very Close,806.0,Middlesbrough,Close
333,Sandwell,336.0,Wolverhampton,Very Close,335.0,Walsall,Very Close,,,
"""
"""An older list: other column names, codes as a spreadsheet writes them, and the neighbours' names between."""

SOURCE_2021 = """\
sources:
  - id: neighbours_2021
    title: Statistical neighbours, model of 2021
    header: [LA Number, SN1, SN1 Prox]
    dated: "2021"
    areas: [LA Number]
    names: [LA Name]
    words: true
"""
"""What tells a pack how to read that list."""

JUDGEMENTS = """\
Web link,Local authority area code,Local authority name,Inspection date,Inspection type,Overall effectiveness
page,E08000031,Wolverhampton,2022-03-21 00:00:00,ILACS Standard Inspection,Good
"""
"""Figures that are words."""


def demonstration() -> Pack:
    """Read the demonstration's definitions, with its descriptions of published files."""
    pack, problems = read_pack(ROOT / "data")
    assert pack is not None, problems
    return pack


def write(folder: Path, **texts: str) -> dict[str, Path]:
    """Write texts as CSV files, by their names."""
    paths = {name: folder / f"{name}.csv" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return paths
