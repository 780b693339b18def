"""How tables of older versions become those of this one; Alembic reads this folder."""
