"""`python -m skill` is `spine-coach`."""

from skill.cli import main

main(prog_name="spine-coach")
