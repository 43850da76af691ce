"""`make deploy` with a recorded `aws` and `sam`: what it asks of them, and what it says."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import deploy
import release
from samcli.cli.types import CfnParameterOverridesType
from translated import ROOT

FAKE = '''#!{python}
"""Plays a tool: writes its arguments down and says what the play has next."""
import json, pathlib, shutil, sys
here = pathlib.Path({here!r})
tool = pathlib.Path(sys.argv[0]).name
calls = here / "calls.jsonl"
if tool == "aws" and sys.argv[1] == "s3" and pathlib.Path(sys.argv[3]).is_dir():
    sent = pathlib.Path(sys.argv[3])
    files = sorted(str(file.relative_to(sent)) for file in sent.rglob("*") if file.is_file())
    (here / "sent.jsonl").open("a").write(json.dumps(files) + "\\n")
with calls.open("a") as file:
    file.write(json.dumps([tool, *sys.argv[1:]]) + "\\n")
play = json.loads((here / f"{{tool}}.json").read_text())
said = sum(json.loads(line)[0] == tool for line in calls.read_text().splitlines())
turn = play[min(said, len(play)) - 1]
if tool == "node" and len(sys.argv) > 4:
    # As web/tools/site.mjs: the build, with a shell for each language.
    shutil.copytree(sys.argv[3], sys.argv[4], dirs_exist_ok=True)
    for language in ("fr", "en", "uk"):
        (pathlib.Path(sys.argv[4]) / language).mkdir()
        (pathlib.Path(sys.argv[4]) / language / "index.html").write_text(language)
given = [word for line in calls.read_text().splitlines() for word in json.loads(line)]
release = [word[9:-1] for word in given if word.startswith("Release=")]
print(turn.get("out", "").replace("@RELEASE@", release[-1] if release else "none"))
print(turn.get("err", ""), file=sys.stderr)
sys.exit(turn.get("code", 0))
'''
OUTPUTS = [
    {"OutputKey": key, "OutputValue": f"of-{key}"}
    for key in (*deploy.ADDRESSES, "WebBucket", "DistributionId")
]
NO_STACK = {"code": 254, "err": "Stack with id clipdesk-test does not exist"}


def stack(state: str, release: str = "@RELEASE@") -> dict:
    parameters = [{"ParameterKey": "Release", "ParameterValue": release}]
    told = {"StackStatus": state, "Outputs": OUTPUTS, "Parameters": parameters}
    return {"out": json.dumps({"Stacks": [told]})}


def after(call: list[str], option: str) -> str:
    return call[call.index(option) + 1]


class DeployTest(unittest.TestCase):
    def setUp(self):
        self.here = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.here / "bin").mkdir()
        for tool in ("aws", "node", "sam"):
            fake = self.here / "bin" / tool
            fake.write_text(FAKE.format(python=sys.executable, here=str(self.here)))
            fake.chmod(0o755)
        # A checkout of its own, built from next to nothing.
        self.checkout = self.here / "checkout"
        for path in release.artefacts((ROOT / "template.yaml").read_text()):
            (self.checkout / path).parent.mkdir(parents=True, exist_ok=True)
            (self.checkout / path).write_bytes(path.encode())
        for name in (
            "template.yaml",
            "bin/deploy",
            "bin/deploy.py",
            "bin/pages.py",
            "bin/release.py",
            "bin/python313",
        ):
            (self.checkout / name).parent.mkdir(exist_ok=True)
            (self.checkout / name).write_bytes((ROOT / name).read_bytes())
            (self.checkout / name).chmod(0o755)
        self.build_pages()
        self.configure("press.example", '"AlarmMail=ops@press.example"')

    def build_pages(self):
        """Next to nothing of a build."""
        web = self.checkout / "web"
        for name in ("index.html", "assets/a-1.js", "assets/a-1.js.br", ".vite/m.json", "site.css"):
            (web / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
            (web / "dist" / name).write_text(name)
        site = (ROOT / "web/site.json").read_text()
        (web / "site.json").write_text(site.replace("clipdesk.example", "press.example"))

    def configure(self, domain: str, *more: str):
        (self.checkout / "samconfig.toml").write_text(
            "version = 0.1\n[default.global.parameters]\n"
            'stack_name = "clipdesk-test"\nregion = "eu-west-3"\n[default.deploy.parameters]\n'
            f'parameter_overrides = ["MailFrom=no-reply@{domain}", "WebOrigin=https://{domain}",'
            f' "PublicBaseUrl=https://{domain}", "WebCertificateArn=arn:aws:acm:us-east-1:1:c/1",'
            f" {', '.join(more)}]\n"
        )

    def run_it(
        self, aws: list, sam: list, section="dev", confirm="no", node=({},), **extra
    ) -> tuple[int, str]:
        (self.here / "node.json").write_text(json.dumps(node))
        (self.here / "aws.json").write_text(json.dumps(aws))
        (self.here / "sam.json").write_text(json.dumps(sam))
        (self.here / "calls.jsonl").write_text("")
        (self.here / "sent.jsonl").write_text("")
        path = f"{self.here}/bin:{os.environ['PATH']}"
        environment = (
            os.environ | {"PATH": path, "CONFIRM": confirm, "PYTHON": sys.executable} | extra
        )
        done = subprocess.run(
            ["bin/deploy", section], cwd=self.checkout, env=environment, check=False,
            stdin=subprocess.DEVNULL, capture_output=True, text=True,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def calls(self, tool: str) -> list[list[str]]:
        lines = (self.here / "calls.jsonl").read_text().splitlines()
        return [call[1:] for call in map(json.loads, lines) if call[0] == tool]

    def sent(self) -> list[list[str]]:
        """The files of each folder that was uploaded."""
        return [json.loads(line) for line in (self.here / "sent.jsonl").read_text().splitlines()]

    def given(self, call: list[str]) -> dict[str, str]:
        """The parameters of a call of `sam deploy`, read by SAM's own reader."""
        told = call[call.index("--parameter-overrides") + 1 :]
        return CfnParameterOverridesType().convert(tuple(told), None, None)

    def test_an_update_in_a_pipeline_asks_nothing_and_prints_the_addresses(self):
        code, said = self.run_it([stack("UPDATE_COMPLETE")], [{}])

        self.assertEqual(code, 0, said)
        (call,) = self.calls("sam")
        self.assertIn("--no-confirm-changeset", call)
        self.assertEqual(call[call.index("--config-env") + 1], "default")
        self.assertEqual(self.given(call)["MailFrom"], "no-reply@press.example")
        self.assertNotIn("DeletionProtection", self.given(call))
        for key in deploy.ADDRESSES:
            self.assertIn(f"of-{key}", said)

    def test_the_same_checkout_is_the_same_release_and_another_zip_or_parameter_is_not(self):
        releases = []
        for change in ("", "", "zip", "parameter"):
            if change == "zip":
                (self.checkout / "layers/javacv/target/javacv.zip").write_bytes(b"other libraries")
            if change == "parameter":
                self.configure("elsewhere.example", '"AlarmMail=ops@press.example"')
            self.run_it([stack("UPDATE_COMPLETE")], [{}])
            releases.append(self.given(self.calls("sam")[0])["Release"])

        self.assertRegex(releases[0], "^[0-9a-f]{64}$")
        self.assertEqual(releases[0], releases[1])
        self.assertEqual(len(set(releases)), 3)

    def test_a_first_deployment_is_protected_once_it_stands(self):
        for before in (NO_STACK, stack("REVIEW_IN_PROGRESS")):
            code, said = self.run_it([before, stack("CREATE_COMPLETE")], [{}, {}])

            self.assertEqual(code, 0, said)
            first, second = self.calls("sam")
            self.assertEqual(self.given(first)["DeletionProtection"], "INACTIVE")
            self.assertNotIn("DeletionProtection", self.given(second))
            self.assertEqual(self.given(first)["Release"], self.given(second)["Release"])
            self.assertIn("ops@press.example", said)

    def test_who_wants_no_protection_deploys_once(self):
        self.configure("press.example", '"DeletionProtection=INACTIVE"')
        code, _ = self.run_it([NO_STACK, stack("CREATE_COMPLETE")], [{}])
        self.assertEqual((code, len(self.calls("sam"))), (0, 1))

    def test_a_stack_that_takes_no_update_is_explained_with_the_command_that_helps(self):
        helps = {
            "ROLLBACK_COMPLETE": "aws cloudformation delete-stack --stack-name clipdesk-test",
            "ROLLBACK_FAILED": "aws cloudformation delete-stack --stack-name clipdesk-test",
            "DELETE_FAILED": "aws cloudformation delete-stack --stack-name clipdesk-test",
            "UPDATE_ROLLBACK_FAILED": "aws cloudformation continue-update-rollback",
            "UPDATE_IN_PROGRESS": "wait for its end",
        }
        for state, help_text in helps.items():
            with self.subTest(state):
                code, said = self.run_it([stack(state)], [{}])
                self.assertEqual((code, self.calls("sam")), (1, []))
                self.assertIn(help_text, said)
                self.assertNotIn("Traceback", said)

    def test_a_first_deployment_that_fails_says_how_to_go_on(self):
        code, said = self.run_it([NO_STACK, stack("ROLLBACK_COMPLETE")], [{"code": 1}])
        self.assertEqual((code, len(self.calls("sam"))), (1, 1))
        self.assertIn("failed and was taken back", said)

    def test_an_update_that_fails_says_that_nothing_changed(self):
        code, said = self.run_it(
            [stack("UPDATE_COMPLETE"), stack("UPDATE_ROLLBACK_COMPLETE")], [{"code": 1}]
        )
        self.assertEqual(code, 1)
        self.assertIn("clipdesk-test is as it was before", said)

    def test_a_change_set_that_is_not_taken_deploys_nothing_and_no_page(self):
        for before, after in (
            (NO_STACK, stack("REVIEW_IN_PROGRESS")),
            (stack("UPDATE_COMPLETE", "older"), stack("UPDATE_COMPLETE", "older")),
        ):
            code, said = self.run_it([before, after], [{}])
            self.assertEqual((code, len(self.calls("sam"))), (1, 1))
            self.assertIn("Nothing was deployed", said)
            self.assertEqual(self.sent(), [])

    def test_assets_go_up_before_the_shells_and_then_cloudfront_forgets_the_old(self):
        code, said = self.run_it([stack("UPDATE_COMPLETE")], [{}])

        self.assertEqual(code, 0, said)
        assets, shells, invalidation = self.calls("aws")[-3:]
        self.assertEqual(assets[:2], ["s3", "cp"])
        self.assertEqual(assets[3], "s3://of-WebBucket/assets")
        self.assertEqual(after(assets, "--cache-control"), "public, max-age=31536000, immutable")
        self.assertEqual(shells[3], "s3://of-WebBucket")
        self.assertEqual(after(shells, "--cache-control"), "no-cache")
        excluded = [shells[i + 1] for i, word in enumerate(shells) if word == "--exclude"]
        self.assertEqual(excluded, ["*.br", ".vite/*", "assets/*"])
        self.assertEqual(self.sent()[0], ["a-1.js", "a-1.js.br"])
        for language in ("fr", "en", "uk"):
            self.assertIn(f"{language}/index.html", self.sent()[1])
        self.assertEqual(invalidation[:2], ["cloudfront", "create-invalidation"])
        self.assertEqual(after(invalidation, "--distribution-id"), "of-DistributionId")
        self.assertNotIn("--delete", assets + shells)

    def test_pages_that_do_not_arrive_are_told_apart_from_the_stack(self):
        code, said = self.run_it([stack("UPDATE_COMPLETE")] * 3 + [{"code": 1}], [{}])
        self.assertEqual((code, len(self.sent())), (1, 1))
        self.assertIn("The stack is deployed, its pages are not", said)

    def test_what_the_pages_lack_is_said_before_anything_is_deployed(self):
        faults = [{"err": "web/site.json: accent and accentInk have a contrast of 1.02", "code": 1}]
        code, said = self.run_it([NO_STACK], [{}], node=faults)
        self.assertEqual((code, self.calls("sam")), (1, []))
        self.assertIn("contrast of 1.02", said)
        self.assertIn("mend web/site.json", said)
        ((tool, site, dist),) = self.calls("node")
        self.assertTrue(tool.endswith("web/tools/site.mjs"))
        self.assertEqual((site[-13:], dist[-8:]), ("web/site.json", "web/dist"))

        site = self.checkout / "web/site.json"
        good = site.read_text()
        site.write_text((ROOT / "web/site.json").read_text())
        code, said = self.run_it([NO_STACK], [{}])
        self.assertEqual((code, self.calls("sam")), (1, []))
        self.assertIn("Still the example's in web/site.json: accessibility, contact, imprint", said)
        site.write_text(good)
        (self.checkout / "web/dist/index.html").unlink()
        self.assertIn("Not built: web/dist", self.run_it([NO_STACK], [{}])[1])

    def test_one_address_and_its_certificate_are_asked_for(self):
        self.configure("press.example", '"WebOrigin=https://elsewhere.example"')
        self.assertIn("one address", self.run_it([NO_STACK], [{}])[1])
        self.configure("press.example", '"WebCertificateArn="')
        self.assertIn("WebCertificateArn is missing", self.run_it([NO_STACK], [{}])[1])

    def test_without_a_terminal_nobody_is_asked(self):
        code, said = self.run_it([stack("UPDATE_COMPLETE")], [{}], confirm="yes")
        self.assertEqual((code, self.calls("sam")), (1, []))
        self.assertIn("CONFIRM=no", said)

    def test_examples_unknown_sections_and_missing_zips_are_named_in_one_line(self):
        self.configure("clipdesk.example")
        self.assertIn("MailFrom", self.run_it([NO_STACK], [{}])[1])
        self.assertIn("[staging.…]", self.run_it([NO_STACK], [{}], section="staging")[1])
        self.configure("press.example")
        (self.checkout / "functions/clips/target/clips.zip").unlink()
        code, said = self.run_it([NO_STACK], [{}])
        self.assertEqual((code, self.calls("sam")), (1, []))
        self.assertIn("Not built: functions/clips/target/clips.zip", said)

    def test_credentials_that_aws_does_not_take_are_told_as_aws_says(self):
        code, said = self.run_it([{"code": 254, "err": "ExpiredToken: renew it"}], [{}])
        self.assertEqual((code, self.calls("sam")), (1, []))
        self.assertIn("ExpiredToken: renew it", said)

    def test_values_reach_sam_whatever_characters_they_have(self):
        for value in ("", "a b", 'a "b" c', "a=b,c", r"a\b", "arn:aws:ses:eu-west-3:1:identity/x"):
            with self.subTest(value):
                told = (f"Key={deploy.quoted(value)}", 'Release="1"')
                read = CfnParameterOverridesType().convert(told, None, None)
                self.assertEqual(read, {"Key": value, "Release": "1"})


if __name__ == "__main__":
    unittest.main()
