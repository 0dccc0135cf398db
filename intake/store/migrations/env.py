"""What Alembic runs: every migration in the one transaction that ``migration.upgrade`` began."""

from alembic import context

from intake.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
