"""Every setting of the program, in one frozen value read from the environment.

In: environment variables that start with KPI_. Out: Settings. All are listed in docs/settings.md, and a test says so.
"""

import getpass
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


def _person() -> str:
    """Name the account that runs the program, or say that it is unknown."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


class Settings(BaseSettings):
    """Where the council's pack and ledger are, and who is at work."""

    model_config = SettingsConfigDict(env_prefix="KPI_", frozen=True, extra="ignore", use_attribute_docstrings=True)

    data: Path = ROOT / "data"
    """Folder of the council's pack: council.yaml, indicators/, observations/."""
    database_url: str | None = None
    """SQLAlchemy URL of the ledger; a SQLite file beside the data when left out."""
    user: str = Field(default_factory=_person)
    """Name recorded with what the command line publishes."""
    upload_megabytes: int = Field(default=10, gt=0, le=200)
    """Largest file the Upload screen takes."""

    @property
    def url(self) -> str:
        """The ledger's address: what was set, or the SQLite file beside the data."""
        return self.database_url or f"sqlite:///{(self.data / 'ledger.sqlite').resolve()}"
