"""What is deployed arrives: versions and API deployments are new where they must be, only there."""

import unittest
from concurrent.futures import ProcessPoolExecutor

import release
from translated import ROOT, Stack, another, parameters, source, translate

TEXT = (ROOT / "template.yaml").read_text()
ZIPS = {path: path for path in release.artefacts(TEXT)}
LAYER = "layers/javacv/target/javacv.zip"
PUBLISHED = {"AWS::Lambda::Version", "AWS::ApiGateway::Deployment"}


def deployed(change: tuple[str, str]) -> Stack:
    """The stack as deployed after one change: of a parameter's value, or of a zip's content."""
    name, value = change
    zips = ZIPS | {name: value} if name in ZIPS else ZIPS
    given = parameters() | ({} if name in ZIPS else {name: value})
    contents = [(path, content.encode()) for path, content in zips.items()]
    given[release.PARAMETER] = release.release(TEXT, contents, given)
    return translate(zips, routes=2, **given)


def ids(stack: Stack) -> tuple[set[str], set[str]]:
    """Logical ids of what is published, and of all else."""
    kinds = {logical_id: resource["Type"] for logical_id, resource in stack.resources.items()}
    published = {logical_id for logical_id, kind in kinds.items() if kind in PUBLISHED}
    return published, kinds.keys() - published


def made_of(stack: Stack) -> dict:
    """Functions and API with the values of parameters in them: what a caller meets."""
    return {
        logical_id: stack.resolve(resource["Properties"] | {"Description": ""})
        for logical_id, resource in stack.resources.items()
        if resource["Type"] in {"AWS::Lambda::Function", "AWS::ApiGateway::RestApi"}
    }


class ReleaseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        changes = {
            name: another(name) for name in source()["Parameters"] if name != release.PARAMETER
        }
        changes |= {path: path + ".changed" for path in ZIPS}
        with ProcessPoolExecutor() as pool:
            stacks = pool.map(deployed, [("DefaultLanguage", "en"), *changes.items()])
            cls.base = next(stacks)
            cls.changed = dict(zip(changes, stacks, strict=True))

    def test_every_parameter_that_functions_or_api_are_made_of_publishes_all_anew(self):
        for name in source()["Parameters"].keys() & self.changed.keys():
            stack = self.changed[name]
            matters = made_of(stack) != made_of(self.base)
            before, now = ids(self.base)[0], ids(stack)[0]
            with self.subTest(name, matters=matters):
                self.assertEqual(matters, name not in release.OPERATIONAL)
                self.assertEqual(before & now, set() if matters else before)

    def test_every_zip_publishes_all_anew_the_layers_too(self):
        self.assertIn(LAYER, ZIPS)
        for path in ZIPS:
            with self.subTest(path):
                self.assertEqual(ids(self.changed[path])[0] & ids(self.base)[0], set())

    def test_nothing_else_is_made_anew_but_a_layer_of_another_content(self):
        conditional = {"AlarmMail", "ApiAccountRole", "InboundMailDomain", "Recognition", "Stage"}
        for name, stack in self.changed.items():
            new = ids(stack)[1] ^ ids(self.base)[1]
            with self.subTest(name):
                if name == LAYER:
                    kinds = {
                        self.base.resources.get(i, stack.resources.get(i))["Type"] for i in new
                    }
                    self.assertEqual(kinds, {"AWS::Lambda::LayerVersion"})
                elif name not in conditional:
                    self.assertEqual(new, set())

    def test_twenty_one_functions_and_one_api_are_published(self):
        self.assertEqual(len(self.base.ids("AWS::Lambda::Version")), 21)
        self.assertEqual(len(self.base.ids("AWS::Lambda::Function")), 21)
        self.assertEqual(len(self.base.ids("AWS::ApiGateway::Deployment")), 1)

    def test_the_same_input_gives_the_same_ids_whatever_the_time(self):
        self.assertEqual(ids(deployed(("DefaultLanguage", "en"))), ids(self.base))

    def test_a_published_version_is_of_the_release_and_not_of_code_that_looks_the_same(self):
        told = self.base.parameters[release.PARAMETER]
        for function in self.base.ids("AWS::Lambda::Function"):
            self.assertIn(told, self.base.resources[function]["Properties"]["Description"])

    def test_a_changed_line_of_the_template_is_another_release(self):
        contents = [(path, b"") for path in ZIPS]
        one, other = (
            release.release(text, contents, {}) for text in (TEXT, TEXT.replace("15", "16", 1))
        )
        self.assertNotEqual(one, other)

    def test_a_deployment_without_a_release_is_translated_all_the_same(self):
        self.assertEqual(len(translate(routes=1).ids("AWS::Lambda::Version")), 21)


if __name__ == "__main__":
    unittest.main()
