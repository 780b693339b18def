"""From whatever tables a database has to the ones this program knows."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection) -> bool:
    """False when a newer program made the tables: they are left alone."""
    config = Config()
    config.set_main_option("script_location", "jz_travel.desk:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        return False
    command.upgrade(config, "head")
    return True
