"""Alembic's entrance: the migrations run on the connection that the desk has open."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
