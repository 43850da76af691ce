"""Each alarm watches something that is counted, under the same name and dimensions."""

import re
import unittest

from translated import ROOT, translate

OPERATIONS = (ROOT / "docs/operations.md").read_text()

# What AWS counts by itself: metric to the dimensions that it is counted by. From the pages "metrics
# and dimensions" of each service's guide; without dimensions it is the whole account's in a region.
AWS = {
    ("AWS/ApiGateway", "5XXError"): {("ApiName", "Stage")},
    ("AWS/Lambda", "ConcurrentExecutions"): {()},
    ("AWS/Lambda", "Invocations"): {("FunctionName",)},
    ("AWS/Lambda", "Throttles"): {()},
    ("AWS/SES", "Reputation.BounceRate"): {()},
    ("AWS/SES", "Reputation.ComplaintRate"): {()},
    ("AWS/SQS", "ApproximateAgeOfOldestMessage"): {("QueueName",)},
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible"): {("QueueName",)},
}


def counted() -> dict[str, set[str]]:
    """Metric to its dimensions, as the code of all functions counts them."""
    found = {}
    for file in ROOT.glob("functions/*/src/main/java/**/*.java"):
        text = file.read_text()
        for metric, more in re.findall(r'EmfCount\.print\(\s*"(\w+)",\s*Map\.of\((.*)\)\)', text):
            found[metric] = {"function"} | set(re.findall(r'"(\w+)",', more + ","))
        for metric in re.findall(r'EmfCount\.printOfStack\(\s*"(\w+)"', text):
            found[metric] = {"stack"}
        if "EmfCount.printLine(" in text:  # its metrics have their units beside them
            found |= {
                metric: {"function"}
                for metric in re.findall(r'"(\w+)",\s*"(?:Percent|Count/Second)"\)', text)
            }
        if file.name == "Occurrence.java":  # EmfTally counts each of them
            found |= {
                metric: {"function"} for metric in re.findall(r'^  [A-Z_]+\("(\w+)"\)', text, re.M)
            }
    return found


class AlarmsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = translate(
            routes=1, AlarmMail="operations@clipdesk.example", Recognition="always"
        )
        cls.alarms = {
            logical_id: cls.stack.resources[logical_id]["Properties"]
            for logical_id in cls.stack.ids("AWS::CloudWatch::Alarm")
        }

    def test_each_watches_what_somebody_counts(self):
        ours = counted()
        self.assertGreater(len(ours), 8)
        for logical_id, alarm in self.alarms.items():
            names = [dimension["Name"] for dimension in alarm.get("Dimensions", [])]
            metric = alarm["MetricName"]
            with self.subTest(logical_id):
                if alarm["Namespace"] == "Clipdesk":
                    self.assertEqual(set(names), ours[metric])
                else:
                    self.assertIn(tuple(sorted(names)), AWS[alarm["Namespace"], metric])

    def test_each_watches_a_resource_of_this_stack(self):
        kinds = {
            "QueueName": "AWS::SQS::Queue",
            "FunctionName": "AWS::Lambda::Function",
            "function": "AWS::Lambda::Function",
        }
        for logical_id, alarm in self.alarms.items():
            for dimension in alarm.get("Dimensions", []):
                if dimension["Name"] == "stack":
                    self.assertEqual(dimension["Value"], {"Ref": "AWS::StackName"})
                if dimension["Name"] in kinds:
                    value = dimension["Value"]
                    name = value["Ref"] if "Ref" in value else value["Fn::GetAtt"][0]
                    with self.subTest(logical_id):
                        self.assertIn(name, self.stack.ids(kinds[dimension["Name"]]))

    def test_a_function_is_watched_for_what_its_own_code_counts(self):
        for logical_id, alarm in self.alarms.items():
            functions = [d for d in alarm.get("Dimensions", []) if d["Name"] == "function"]
            if alarm["Namespace"] != "Clipdesk" or not functions:
                continue
            function = functions[0]["Value"]["Ref"]
            handler = self.stack.resources[function]["Properties"]["Handler"]
            context = re.sub(
                r"(Sweep|Mail|Ingest|Events|Tick|Sender|Planner)?Function$", "", function
            )
            folder = ROOT / "functions" / context.lower() / "src/main/java"
            with self.subTest(logical_id, handler=handler):
                text = "".join(file.read_text() for file in folder.rglob("*.java"))
                self.assertIn(f'"{alarm["MetricName"]}"', text)

    def test_a_campaign_that_goes_slower_than_planned_for_five_minutes_is_told(self):
        alarm = self.alarms["CampaignRateAlarm"]
        self.assertEqual(alarm["MetricName"], "PercentOfPlannedRate")
        self.assertEqual(
            (alarm["ComparisonOperator"], alarm["Threshold"], alarm["Statistic"]),
            ("LessThanThreshold", 80, "Average"),
        )
        self.assertEqual((alarm["Period"], alarm["DatapointsToAlarm"]), (60, 5))
        # Nothing is counted while nothing is sent, nor for the last of a list.
        self.assertEqual(alarm["TreatMissingData"], "notBreaching")

    def test_each_tells_and_is_explained(self):
        for logical_id, alarm in self.alarms.items():
            with self.subTest(logical_id):
                self.assertEqual(alarm["AlarmActions"], [{"Ref": "AlarmTopic"}])
                explained = re.search(rf"\b{logical_id.removesuffix('Alarm')}\b", OPERATIONS)
                self.assertTrue(explained, "in docs/operations.md")

    def test_each_queue_has_one_for_the_age_of_its_messages_or_as_dead_letters_for_any(self):
        watched = {
            (alarm["MetricName"], alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0])
            for alarm in self.alarms.values()
            if alarm["Namespace"] == "AWS/SQS"
        }
        for queue in self.stack.ids("AWS::SQS::Queue"):
            any_or_old = (
                "ApproximateNumberOfMessagesVisible"
                if queue.endswith("DeadLetters")
                else "ApproximateAgeOfOldestMessage"
            )
            with self.subTest(queue):
                self.assertIn((any_or_old, queue), watched)


if __name__ == "__main__":
    unittest.main()
