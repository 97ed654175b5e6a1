"""The command ``shared-future``: what an author does with the course's data, exercises and chapters."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from shared_future.errors import DataError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the words after ``shared-future``; those of the process when left out.

    Returns:
        0 where all is well, 1 where something is wrong with the course's files (said on standard error).
    """
    parser = argparse.ArgumentParser(prog="shared-future", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # Imported here, not above: the commands need the authors' packages, which a learner's machine does not have.
    from shared_future.authoring import chapter, exercises, validate

    for name, module in (("validate", validate), ("exercises", exercises), ("chapter", chapter)):
        summary = module.__doc__.splitlines()[0]
        command = commands.add_parser(name, help=summary, description=summary)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    arguments = parser.parse_args(argv)
    try:
        return arguments.run(arguments)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
