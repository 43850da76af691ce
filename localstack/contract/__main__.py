"""Records the cases' answers from a real pool: `stack contract-aws`."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import boto3

from contract.places import Aws
from contract.pool import Pool
from contract.run import load, run


def main() -> None:
    """Records into a file; leaves with 1 if an answer differs, with 2 if it cannot ask."""
    parser = argparse.ArgumentParser(prog="contract-aws", description=__doc__)
    parser.add_argument("--into", type=Path, default=Path(__file__).with_name("recorded.json"))
    into = parser.parse_args().into
    if complaint := unusable():
        print(f"contract-aws: {complaint}", file=sys.stderr)
        sys.exit(2)
    record = recorded(load(), Aws(os.environ.get("CONTRACT_MAILBOX")))
    into.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n")
    print(f"{record['asked']} cases asked, {len(record['differences'])} differ; see {into}")
    for line in record["differences"]:
        print(f"    {line}")
    sys.exit(1 if record["differences"] else 0)


def unusable() -> str | None:
    """Why no real pool can be asked, in one line."""
    # Asking the machine's metadata service would hang wherever there is none.
    os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
    if any(name.startswith("AWS_ENDPOINT_URL") for name in os.environ):
        return "AWS_ENDPOINT_URL is set: that is no real pool"
    session = boto3.Session()
    if session.get_credentials() is None:
        return "no AWS credentials in the environment: nothing was asked"
    if session.region_name is None:
        return "no AWS region in the environment: nothing was asked"
    return None


def recorded(contract: dict, place) -> dict:
    """Every case's answers and the differences, from a pool that is gone afterwards."""
    with Pool(contract["pool"], contract["clients"], place.endpoint) as pool:
        outcomes = [run(case, pool, place) for case in contract["cases"]]
        pool_id = pool.id
    return {
        "recorded": datetime.now(UTC).isoformat(timespec="seconds"),
        "pool": pool_id,
        "asked": sum(outcome.not_run is None for outcome in outcomes),
        "differences": [
            f"{outcome.id}, {outcome.title}: {step['differs']}"
            for outcome in outcomes
            for step in outcome.differences
        ],
        "cases": [asdict(outcome) for outcome in outcomes],
    }


if __name__ == "__main__":
    main()
