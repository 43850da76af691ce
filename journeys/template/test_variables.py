"""Parameters and variables: each is read by somebody, and each that is read is there."""

import json
import re
import unittest

from translated import ROOT, source, translate

# Read by what runs the code, not by the code.
READ_BY_OTHERS = {
    "JAVA_TOOL_OPTIONS": "the JVM",
    "MALLOC_ARENA_MAX": "glibc",
    "MALLOC_MMAP_THRESHOLD_": "glibc",
    "MICRONAUT_SERVER_CORS_LOCALHOST_PASS_THROUGH": "Micronaut, as its property",
    "MEDIA_API": "Micronaut, as the property of OfVideos and OfTranscripts",
    "NEWSLETTERS_API": "Micronaut, as the property of OfReaders, OfEditors and OfArchive",
}
# Set by Lambda itself for every function.
SET_BY_LAMBDA = {
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_LEVEL",
    "AWS_REGION",
}
# Where it is set, it is by what runs the function: SnapStart, or the local stack.
SET_BY_OTHERS = {"AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_ENDPOINT_URL"}

# Asked for by a class that the function has, in a method that it does not call.
NOT_CALLED = {
    ("MediaFunction", "TRANSCRIPTS_BUCKET"),
    ("MediaSearchFunction", "MEDIA_KEY_ARN"),
    ("MediaTranscriptsFunction", "MEDIA_KEY_ARN"),
    ("NewslettersFunction", "PLANS_QUEUE_URL"),
    ("NewslettersFunction", "SENDS_QUEUE_URL"),
    ("NewslettersArchiveFunction", "LINKS_KEY_ARN"),
    ("NewslettersArchiveFunction", "MAILS_QUEUE_URL"),
    ("NewslettersArchiveFunction", "NEWSLETTERS_KEY_ARN"),
    ("NewslettersArchiveFunction", "PLANS_QUEUE_URL"),
    ("NewslettersArchiveFunction", "SENDS_QUEUE_URL"),
    ("NewslettersRollsFunction", "LINKS_KEY_ARN"),
    ("NewslettersRollsFunction", "MAILS_QUEUE_URL"),
    ("NewslettersRollsFunction", "NEWSLETTERS_KEY_ARN"),
    ("NewslettersRollsFunction", "PLANS_QUEUE_URL"),
    ("NewslettersRollsFunction", "SENDS_QUEUE_URL"),
    ("NewslettersListsFunction", "MAILS_QUEUE_URL"),
    ("NewslettersListsFunction", "PLANS_QUEUE_URL"),
    ("NewslettersPlannerFunction", "MAILS_QUEUE_URL"),
    ("NewslettersSenderFunction", "PLANS_QUEUE_URL"),
}

# Of a context with several API functions: whose bean a class is.
API_OF = re.compile(r"^@Of(\w+)$", re.MULTILINE)

# A configuration that asks only when it is asked itself.
READ_LATER = re.compile(r"record \w+\(Environment environment\)")
METHOD = re.compile(r"^  \w[\w<> ]* (\w+)\(.*?\) \{$(.*?)^  }$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r'"([A-Z][A-Z0-9]*_[A-Z0-9_]+)"')
READ = re.compile(r'(?:\.(?:text|optionalText|number|address)|[gG]etenv)\(\s*"([A-Z][A-Z0-9_]+)"')
READ_AT_ONCE = re.compile(r"^  static \w+ of\(Environment .*?^  }$", re.MULTILINE | re.DOTALL)


def classes(*modules: str) -> dict[str, str]:
    """The sources of modules by the simple name of their class."""
    return {
        file.stem: file.read_text()
        for module in modules
        for file in (ROOT / "functions" / module / "src/main/java").rglob("*.java")
    }


def reached(sources: dict[str, str], start: set[str]) -> set[str]:
    """The classes that are named in the start's sources, and in theirs, and so on."""
    found, todo = set(), list(start)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += set(re.findall(r"\b[A-Z]\w+\b", sources[name])) & sources.keys()
    return found


def read_by(handler: str, module: str, api: str | None = None) -> set[str]:
    """The variables that a handler's code asks for."""
    sources, own = classes("common", module), classes(module)
    name = handler.rsplit(".", 1)[1]
    # The API's function is put together by Micronaut, of what is annotated.
    starts = {name} | ({
        each for each, text in own.items()
        if re.search(r"^@(Controller|Factory|Singleton|Filter|ServerFilter)", text, re.MULTILINE)
        and all(of.lower() == api for of in API_OF.findall(text))
    } | {"CrossOrigin", "RequestLanguage"} if name not in own else set())  # fmt: skip
    classes_reached = reached(sources, starts)
    late = {each for each in classes_reached if READ_LATER.search(sources[each])}
    text = "".join(sources[each] for each in classes_reached - late)
    for each in classes_reached:  # a configuration that is read at once is read by who makes it
        whole = READ_AT_ONCE.search(sources[each])
        if whole and not re.search(rf"\b{each}[.:]+of\b", text):
            text = text.replace(whole.group(), "")
    properties = re.findall(r'"\$\{([a-z.]+)[:}]', text)
    found = {each.replace(".", "_").upper() for each in properties} | set(READ.findall(text))
    for each in late:
        for accessor, body in METHOD.findall(sources[each]):
            if re.search(rf"(?:\.|::){accessor}\b", text):
                found |= set(NAME.findall(body))
    return found


class VariablesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.functions = {}
        cls.of_all = set(source()["Globals"]["Function"]["Environment"]["Variables"])
        stack = translate(routes=1)
        for logical_id in sorted(stack.ids("AWS::Lambda::Function")):
            properties = source()["Resources"][logical_id]["Properties"]
            module = properties["CodeUri"].split("/")[1]
            given = properties.get("Environment", {}).get("Variables", {})
            api = given.get(f"{module.upper()}_API")
            read = read_by(properties["Handler"], module, api)
            # Those of all functions are set for each, whether it reads them or not.
            cls.functions[logical_id] = (set(given) | (cls.of_all & read), read)

    def test_each_variable_that_is_set_is_read(self):
        for function, (given, read) in self.functions.items():
            with self.subTest(function):
                self.assertEqual(given - read - READ_BY_OTHERS.keys(), set())

    def test_each_variable_that_is_read_is_set(self):
        for function, (given, read) in self.functions.items():
            other = {variable for whose, variable in NOT_CALLED if whose == function}
            with self.subTest(function):
                self.assertEqual(read - given - SET_BY_LAMBDA - SET_BY_OTHERS - other, set())

    def test_each_variable_of_all_functions_is_read_by_one(self):
        self.assertEqual(
            self.of_all - set().union(*(read for _, read in self.functions.values())), set()
        )

    def test_variables_are_found_at_all(self):
        for function, (given, read) in self.functions.items():
            with self.subTest(function):
                self.assertTrue(given & read)

    def test_each_parameter_is_read_by_the_template(self):
        rest = {key: value for key, value in source().items() if key != "Parameters"}
        text = json.dumps(rest)
        for name in source()["Parameters"]:
            with self.subTest(name):
                self.assertTrue(re.search(rf'{{"Ref": "{name}"}}|\$\{{{name}}}', text))

    def test_each_parameter_of_samconfig_is_one_of_the_template(self):
        declared = source()["Parameters"].keys()
        for name in re.findall(r'^  "(\w+)=', (ROOT / "samconfig.toml").read_text(), re.M):
            with self.subTest(name):
                self.assertIn(name, declared)


if __name__ == "__main__":
    unittest.main()
