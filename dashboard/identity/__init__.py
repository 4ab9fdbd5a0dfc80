"""Who may work in the staff area, and what they did there.

What other parts use: `Role` and `Person` (`person.py`), `current_person()`, `requires(role)` and
`audit(event, …)` (`guard.py`), `FIELD` and `own_mark()` for forms (`own_forms.py`). Nothing of this is imported where no staff area is configured.
"""
