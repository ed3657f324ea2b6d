"""`python -m migrate` is `migrate`."""

from migrate.cli import app

app()
