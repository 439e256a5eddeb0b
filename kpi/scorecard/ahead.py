"""The part of a row that looks along its series: control chart and recent trend behind it, the year end before it.

In: judged facts with the cells they came from. Out: texts and numbers, made when they are asked for.
"""

from dataclasses import dataclass, field
from functools import cached_property

from kpi.judge.spc import Charted
from kpi.scorecard import controls, forecasts, trends
from kpi.scorecard.cells import Cells
from kpi.story import forecasts as forecast_words
from kpi.story import trends as trend_words
from kpi.story import variation as variation_words
from kpi.story.facts import Facts
from kpi.story.forecasts import Forecast
from kpi.story.trends import RecentTrend
from kpi.story.variation import Control


@dataclass(frozen=True, eq=False)
class Outlook:
    """Charts, forecasts and trends of many cells, each kind judged for all at once when the first is asked for."""

    cells: Cells

    @cached_property
    def charts(self) -> Charted:
        """The control chart of each cell's series, up to its own period."""
        return controls.charts(self.cells)

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """What the chart of each cell says of its figure."""
        return controls.of(self.cells, self.charts)

    @cached_property
    def forecasts(self) -> tuple[Forecast, ...]:
        """The forecast of each cell."""
        return forecasts.of(self.cells)

    @cached_property
    def trends(self) -> tuple[RecentTrend, ...]:
        """The recent trend of each cell."""
        return trends.of(self.cells)


@dataclass(frozen=True, slots=True)
class Ahead(Facts):
    """Facts with their place in an outlook."""

    outlook: Outlook = field(repr=False, compare=False)
    place: int = field(repr=False, compare=False)

    @property
    def control(self) -> Control:
        """What the control chart of its series says of its figure."""
        return self.outlook.controls[self.place]

    @property
    def variation(self) -> str:
        """Whether it is a real change: common_cause, special_cause_improvement and others, or cannot_tell."""
        return self.control.variation.value

    @property
    def assurance(self) -> str:
        """Whether its target can be relied on: consistently_meets, hit_and_miss and others, or cannot_tell."""
        return self.control.assurance.value

    @property
    def variation_sentence(self) -> str:
        """Whether it is a real change, or why that cannot be told, in one sentence."""
        return variation_words.variation_sentence(self.control, self)

    @property
    def variation_reason(self) -> str:
        """What both rest on, or why they cannot be told."""
        return variation_words.variation_reason(self.control, self)

    @property
    def limits(self) -> tuple[controls.Limits, ...]:
        """The control chart of its series up to its period; empty where figures of its kind make none."""
        return controls.limits(self.outlook.cells, self.outlook.charts, self.place)

    @property
    def recent_trend(self) -> str:
        """The trend of its last five figures: increasing, decreasing, no_change or cannot_be_calculated."""
        return self.outlook.trends[self.place].trend.value

    @property
    def recent_trend_reason(self) -> str:
        """The rule behind the recent trend, or why it cannot be calculated."""
        return trend_words.reason(self.outlook.trends[self.place], self)

    @property
    def ahead(self) -> Forecast:
        """The forecast of its year end."""
        return self.outlook.forecasts[self.place]

    @property
    def forecast(self) -> float | None:
        """The forecast of the year end as displayed, None where it is refused."""
        return self.ahead.value

    @property
    def forecast_low(self) -> float | None:
        """The low end of its interval."""
        return self.ahead.low

    @property
    def forecast_high(self) -> float | None:
        """The high end of its interval."""
        return self.ahead.high

    @property
    def forecast_period(self) -> str | None:
        """The period that is forecast, None where there is no year end."""
        return self.ahead.period.text if self.ahead.period else None

    @property
    def forecast_text(self) -> str:
        """The forecast with its interval as a table cell, empty where it is refused."""
        return forecast_words.text(self.ahead, self)

    @property
    def forecast_status(self) -> str | None:
        """The status of the forecast against the target of the year end; it never changes the status now."""
        return self.ahead.status.value if self.ahead.status else None

    @property
    def forecast_method(self) -> str | None:
        """The name of the method, None where the forecast is refused."""
        return None if self.ahead.value is None else self.ahead.method.value

    @property
    def forecast_sentence(self) -> str:
        """The forecast against its target in a sentence, empty where it is refused."""
        return forecast_words.sentence(self.ahead, self)

    @property
    def forecast_reason(self) -> str:
        """The method, how sure it is and what it rests on; or why there is no forecast."""
        return forecast_words.reason(self.ahead, self)

    def ahead_as_dict(self) -> dict[str, str | float | None]:
        """Give the part of the JSON object of the command line."""
        names = (
            "recent_trend",
            "recent_trend_reason",
            "forecast",
            "forecast_low",
            "forecast_high",
            "forecast_period",
            "forecast_text",
            "forecast_status",
            "forecast_method",
            "forecast_reason",
        )
        return {name: getattr(self, name) for name in names}
