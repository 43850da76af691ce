"""What CloudFormation is given: within its bounds, in order, nothing of value lost with a stack."""

import json
import re
import unittest

from translated import source, translate

# What cannot be made again from the checkout and the masters' bucket, and what people are told of.
KEPT = {
    "AWS::Cognito::UserPool",
    "AWS::DynamoDB::Table",
    "AWS::S3::Bucket",
    "AWS::SecretsManager::Secret",
}
KEPT_LOGS = {"AccountsLogs", "AccountsSweepLogs"}  # they hold the audit lines
# One for a region of an account: other stacks live by them as well.
SHARED = {"ApiAccount", "ApiLogsRole"}
MADE_AGAIN = {
    "AWS::ApiGateway::Account",
    "AWS::ApiGateway::Deployment",
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Stage",
    "AWS::Budgets::Budget",
    "AWS::CloudFront::Distribution",
    "AWS::CloudFront::Function",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::CloudWatch::Alarm",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPoolGroup",
    "AWS::Cognito::UserPoolResourceServer",
    "AWS::Events::Rule",
    "AWS::IAM::Role",
    "AWS::Lambda::Alias",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::Lambda::LayerVersion",
    "AWS::Lambda::Permission",
    "AWS::Lambda::Version",
    "AWS::Logs::LogGroup",
    "AWS::S3::BucketPolicy",
    "AWS::SES::ConfigurationSet",
    "AWS::SES::ConfigurationSetEventDestination",
    "AWS::SES::ReceiptRule",
    "AWS::SES::ReceiptRuleSet",
    "AWS::SNS::Subscription",
    "AWS::SNS::Topic",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::Queue",
    "AWS::SQS::QueuePolicy",
}


def references(resource: dict, names: set[str]) -> set[str]:
    """The other resources that a resource waits for."""
    found = set(_listed(resource.get("DependsOn", [])))
    todo = [resource.get("Properties", {})]
    while todo:
        match todo.pop():
            case {"Ref": str(name)}:
                found.add(name)
            case {"Fn::GetAtt": [str(name), *_]}:
                found.add(name)
            case {"Fn::GetAtt": str(name)}:
                found.add(name.split(".")[0])
            case {"Fn::Sub": text}:
                text, variables = text if isinstance(text, list) else (text, {})
                found |= {name.split(".")[0] for name in re.findall(r"\$\{([^}!]+)}", text)}
                todo.append(variables)
            case dict(inner):
                todo += inner.values()
            case list(inner):
                todo += inner
    return found & names


def _listed(value) -> list:
    return value if isinstance(value, list) else [value]


class StackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        mail = "operations@clipdesk.example"
        cls.stacks = {
            "local": translate(Stage="local"),
            "dev": translate(Stage="dev"),
            "prod": translate(Stage="prod", AlarmMail=mail, Recognition="always"),
        }
        cls.prod = cls.stacks["prod"]

    def waits(self, stack) -> dict[str, set[str]]:
        names = stack.resources.keys()
        return {
            logical_id: references(stack.resolve(resource), names)
            for logical_id, resource in stack.resources.items()
        }

    def all_before(self, logical_id: str) -> set[str]:
        waits = self.waits(self.prod)
        found, todo = set(), [logical_id]
        while todo:
            new = waits[todo.pop()] - found
            found |= new
            todo += new
        return found

    def test_nothing_waits_for_itself(self):
        for stage, stack in self.stacks.items():
            left = self.waits(stack)
            while ready := [each for each, waited in left.items() if not waited]:
                for each in ready:
                    del left[each]
                left = {each: waited - set(ready) for each, waited in left.items()}
            with self.subTest(stage):
                self.assertEqual(left, {})

    def test_it_fits_into_cloudformations_bounds_with_room(self):
        template = self.prod.template
        self.assertLess(len(template["Resources"]), 450, "of 500 resources")
        self.assertLess(len(json.dumps(template)), 500_000, "of 1,000,000 bytes")
        self.assertLess(len(template["Parameters"]), 100, "of 200 parameters")
        self.assertLess(len(template["Outputs"]), 100, "of 200 outputs")

    def test_words_are_recognised_only_where_the_stack_is_told_so(self):
        """Each hour of sound costs money: by default nothing listens and nothing is looked for."""
        made = {
            stage: {
                logical_id
                for kind in ("Lambda::Function", "Events::Rule", "CloudWatch::Alarm")
                for logical_id in stack.ids(f"AWS::{kind}")
                if "Recogni" in logical_id
            }
            for stage, stack in self.stacks.items()
        }
        self.assertEqual((made["local"], made["dev"]), (set(), set()))
        self.assertEqual(
            made["prod"],
            {
                "MediaRecognitionFunction",
                "RecognitionEnded",
                "RecognitionLook",
                "RecognitionWorkDeadLettersAlarm",
                "RecognitionWorkAgeAlarm",
                "RecognitionsFailedAlarm",
            },
        )

    def test_the_apis_stage_waits_for_the_role_that_it_logs_with(self):
        self.assertEqual(self.all_before("ApiliveStage") & SHARED, SHARED)

    def test_who_has_such_a_role_is_left_alone(self):
        self.assertEqual(
            translate(routes=1, ApiAccountRole="none").ids("AWS::ApiGateway::Account"), set()
        )
        self.assertEqual(self.stacks["local"].ids("AWS::ApiGateway::Account"), set())

    def test_every_type_is_known_as_kept_or_as_made_again(self):
        kinds = {resource["Type"] for resource in self.prod.template["Resources"].values()}
        self.assertEqual(kinds, KEPT | MADE_AGAIN)

    def test_what_is_of_value_outlives_the_stack_but_not_a_first_deployment_that_failed(self):
        for logical_id, resource in self.prod.template["Resources"].items():
            policies = resource.get("DeletionPolicy"), resource.get("UpdateReplacePolicy")
            with self.subTest(logical_id):
                if logical_id in SHARED:
                    self.assertEqual(policies, ("Retain", "Retain"))
                elif resource["Type"] in KEPT or logical_id in KEPT_LOGS:
                    self.assertEqual(policies, ("RetainExceptOnCreate", "Retain"))
                elif resource["Type"] in {"AWS::Lambda::Version", "AWS::Lambda::LayerVersion"}:
                    self.assertEqual(policies[0], "Delete")
                else:
                    self.assertEqual(policies, (None, None))

    def test_pool_tables_and_audit_log_are_protected_unless_one_says_otherwise(self):
        for wanted in ("ACTIVE", "INACTIVE"):
            stack = translate(routes=1, DeletionProtection=wanted)
            protected = {
                logical_id: properties.get(
                    "DeletionProtection", properties.get("DeletionProtectionEnabled")
                )
                for logical_id, resource in stack.resources.items()
                if resource["Type"] in {"AWS::Cognito::UserPool", "AWS::DynamoDB::Table"}
                or logical_id in KEPT_LOGS
                for properties in [stack.resolve(resource["Properties"])]
            }
            with self.subTest(wanted):
                self.assertEqual(len(protected), 6)
                allowed = {"ACTIVE", True} if wanted == "ACTIVE" else {"INACTIVE", False}
                self.assertLessEqual(set(protected.values()), allowed)

    def test_no_table_pool_or_secret_has_a_name_that_a_second_one_would_need(self):
        named = {
            logical_id
            for logical_id, resource in source()["Resources"].items()
            for properties in [resource.get("Properties", {})]
            if properties.keys() & {"TableName", "BucketName"}
            or (resource["Type"] == "AWS::SecretsManager::Secret" and "Name" in properties)
        }
        # Their names stand in rights and events, where a Ref would be a circle.
        self.assertEqual(named, {"Masters", "Clips", "Lists"})

    def made_of(self, stack) -> str:
        """All but the tables, and what callers of the stack are told."""
        others = {
            logical_id: stack.resolve(resource)
            for logical_id, resource in stack.resources.items()
            if resource["Type"] != "AWS::DynamoDB::Table"
        }
        return json.dumps([others, stack.resolve(stack.template["Outputs"])])

    def test_a_restored_table_takes_the_place_of_the_stacks_own_everywhere(self):
        before = translate(routes=1)
        for own in ("Accounts", "Media", "Newsletters"):
            after = translate(routes=1, **{f"{own}Table": "restored"})
            arn = "arn:aws:dynamodb:eu-west-3:111122223333:table/restored"
            now, expected = self.made_of(after), self.made_of(before)
            for reference, replacement in (
                (rf'{{"Fn::GetAtt": \["{own}", "Arn"\]}}', f'"{arn}"'),
                (rf'{{"Fn::Sub": "\${{{own}\.Arn}}(/index/[^"]+)"}}', rf'"{arn}\1"'),
                (rf'{{"Ref": "{own}"}}', '"restored"'),
            ):
                expected, times = re.subn(reference, replacement, expected)
                self.assertGreater(times, 0, reference)
            with self.subTest(own):
                self.assertEqual(json.loads(now), json.loads(expected))
                self.assertNotRegex(now, rf'["{{]{own}["}}.]')
                self.assertEqual(after.resources[own], before.resources[own])

    def senders(self, stack) -> list[dict]:
        return [
            statement
            for resource in stack.resources.values()
            if resource["Type"] == "AWS::IAM::Role"
            for policy in resource["Properties"].get("Policies", [])
            for statement in stack.resolve(policy["PolicyDocument"]["Statement"])
            if "ses:SendRawEmail" in _listed(statement["Action"])
        ]

    def test_mail_goes_from_one_address_to_any_identity_in_the_sandbox_by_ours_outside(self):
        anybody = "arn:aws:ses:eu-west-3:111122223333:identity/*"
        for stage, identity in (("prod", self.prod.parameters["SesIdentityArn"]), ("dev", anybody)):
            stack = self.stacks[stage]
            statements = self.senders(stack)
            with self.subTest(stage):
                self.assertEqual(
                    sorted(s["Condition"]["StringEquals"]["ses:FromAddress"] for s in statements),
                    sorted([stack.parameters["MailFrom"], stack.parameters["NewsletterFrom"]]),
                )
                for statement in statements:
                    self.assertIn(identity, _listed(statement["Resource"]))

    def inbound(self, **given) -> dict:
        stack = translate(routes=1, **given)
        return {
            resource["Type"]: stack.resolve(resource["Properties"])
            for resource in stack.resources.values()
            if resource["Type"].startswith("AWS::SES::Receipt")
        }

    def test_mail_is_received_only_for_a_domain_that_is_named(self):
        domain = "in.clipdesk.example"
        self.assertEqual(self.inbound(Stage="prod"), {})
        self.assertEqual(self.inbound(Stage="local", InboundMailDomain=domain), {})
        made = self.inbound(Stage="prod", InboundMailDomain=domain)
        self.assertEqual(made.keys(), {"AWS::SES::ReceiptRuleSet", "AWS::SES::ReceiptRule"})
        rule = made["AWS::SES::ReceiptRule"]
        self.assertEqual(rule["Rule"]["Recipients"], [f"unsubscribe@{domain}"])
        there = self.inbound(Stage="prod", InboundMailDomain=domain, InboundRuleSet="ours")
        self.assertEqual(there.keys(), {"AWS::SES::ReceiptRule"})
        self.assertEqual(there["AWS::SES::ReceiptRule"]["RuleSetName"], "ours")


if __name__ == "__main__":
    unittest.main()
