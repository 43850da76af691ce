"""Asks every route of docs/openapi.yaml what nobody should ask, and holds the answers to it.

schemathesis makes requests from the contract, as it says and against it; each is sent as it is and
in hostile variations. The same SEED makes the same requests, but for what a portal makes up itself
(ids, addresses, tokens).

    bin/contract --requests 20 --seed 1                    every route of the stack that is up
    bin/contract --requests 10000 --routes 'POST /v1/clips' --through functions
    bin/contract --requests 10000 --through functions --resume     goes on where a run was ended
"""

import argparse
import sys

from run import Run


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="bin/contract",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--requests", type=int, default=20, help="for each route")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--routes", default="", help="a pattern, such as 'POST /v1/clips$'")
    parser.add_argument("--through", choices=("gateway", "functions"), default="gateway")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was ended")
    return Run(parser.parse_args()).play()


if __name__ == "__main__":
    sys.exit(main())
