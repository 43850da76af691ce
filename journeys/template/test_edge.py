"""The distribution: its functions and headers are those of web/, and who calls is told only by it."""

import json
import re
import subprocess
import unittest
from functools import cache
from unittest import mock

import translated
from translated import ROOT, Stack, source, translate

LANGUAGES = ("fr", "en", "uk")
# AWS's own policies, by the ids that its documentation gives.
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"

# Path to the file that it means; None is 404.
PATHS = {
    "/fr/": "/fr/index.html",
    "/fr": "/fr/index.html",
    "/en/videos/2026-02-12-ministers-presser": "/en/index.html",
    "/uk/sign-up/code": "/uk/index.html",
    "/fr/index.html": "/fr/index.html",
    "/assets/main-4f2a.js": "/assets/main-4f2a.js",
    "/assets/": None,
    "/icon.svg": "/icon.svg",
    "/.well-known/security.txt": "/.well-known/security.txt",
    "/fr/no-such.js": "/fr/no-such.js",
    "/de/videos": None,
    "/ru/": None,
    "/FR/": None,
    "/french/x": None,
    "/videos": None,
    "/v1": None,
    "//fr/": None,
    "//evil": None,
    "/%66r/": None,
    "/frx": None,
}
# Accept-Language to the language of the start page, where the portal's own is English.
ACCEPTED = {
    None: "en",
    "": "en",
    "fr": "fr",
    "fr-CA": "fr",
    "FR": "fr",
    "uk-UA,uk;q=0.9,en;q=0.8": "uk",
    "ru-RU,ru;q=0.9": "en",
    "ru, uk;q=0.1": "uk",
    "be": "en",
    "ua": "en",
    "de, fr;q=0.5, uk;q=0.7": "uk",
    "de;q=1.0,  fr ; q=0.3": "fr",
    "fr;q=0, *": "en",
    "fr;q=abc": "en",
    "fr;q=7, uk;q=0.2": "uk",
    "fr;q=-1": "en",
    "en, fr": "en",
    "fr, en": "fr",
    "*": "en",
    ",": "en",
    ";q=1,,": "en",
    "fra": "en",
    "x" * 5000: "en",
}


def script(name: str) -> str:
    return (ROOT / "web/edge" / name).read_text()


def run(code: str, requests: list[dict], ip: str = "203.0.113.9") -> list[dict]:
    """What the viewer-request function answers to requests, by Node."""
    told = [{"request": {"headers": {}} | each, "viewer": {"ip": ip}} for each in requests]
    play = f"{code}\nconsole.log(JSON.stringify({json.dumps(told)}.map(handler)));"
    done = subprocess.run(["node"], input=play, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


@cache
def on_aws() -> Stack:
    return translate(routes=1)


def properties(logical_id: str) -> dict:
    return on_aws().resolve(on_aws().resources[logical_id]["Properties"])


def distribution() -> dict:
    return properties("Distribution")["DistributionConfig"]


class PagesFunctionTest(unittest.TestCase):
    code = script("pages.js").replace("${DefaultLanguage}", "en")

    def test_a_path_means_a_file_or_the_shell_of_its_language_or_nothing(self):
        answers = run(self.code, [{"uri": path} for path in PATHS])
        for (path, file), answer in zip(PATHS.items(), answers, strict=True):
            with self.subTest(path):
                if file is None:
                    self.assertEqual(answer["statusCode"], 404)
                    self.assertNotIn("uri", answer)
                else:
                    self.assertEqual(answer["uri"], file)

    def test_the_root_leads_to_the_language_that_is_asked_for(self):
        requests = [
            {"uri": "/", "headers": {} if asked is None else {"accept-language": {"value": asked}}}
            for asked in ACCEPTED
        ]
        for (asked, language), answer in zip(
            ACCEPTED.items(), run(self.code, requests), strict=True
        ):
            with self.subTest(str(asked)[:40]):
                self.assertEqual(answer["statusCode"], 302)
                self.assertEqual(answer["headers"]["location"]["value"], f"/{language}/")
                self.assertEqual(answer["headers"]["vary"]["value"], "Accept-Language")
                self.assertEqual(answer["headers"]["cache-control"]["value"], "no-cache")

    def test_who_asks_for_none_of_ours_gets_the_portals_own_language(self):
        for language in LANGUAGES:
            code = script("pages.js").replace("${DefaultLanguage}", language)
            (answer,) = run(code, [{"uri": "/"}])
            self.assertEqual(answer["headers"]["location"]["value"], f"/{language}/")

    def test_what_is_not_found_says_so_in_each_language_and_leads_on(self):
        (answer,) = run(self.code, [{"uri": "/nothing"}])
        for language in LANGUAGES:
            self.assertIn(f'href="/{language}/"', answer["body"]["data"])
        self.assertEqual(answer["headers"]["content-type"]["value"], "text/html; charset=utf-8")

    def test_the_template_holds_what_the_file_holds(self):
        published = on_aws().resources["WebPages"]["Properties"]
        self.assertEqual(published["FunctionCode"], {"Fn::Sub": script("pages.js")})
        self.assertEqual(set(re.findall(r"\$\{(.*?)}", script("pages.js"))), {"DefaultLanguage"})
        self.assertEqual(published["FunctionConfig"]["Runtime"], "cloudfront-js-2.0")
        self.assertLess(len(script("pages.js").encode()), 10_000)


SERVED = """
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {server} from '%s';
const site = mkdtempSync(path.join(os.tmpdir(), 'edge-'));
for (const file of %s) {
  mkdirSync(path.dirname(path.join(site, file)), {recursive: true});
  writeFileSync(path.join(site, file), file);
}
const nowhere = 'http://localhost:9';
const local = server({site, gateway: nowhere, bucket: nowhere, language: '%s'});
await new Promise((done) => local.listen(0, 'localhost', done));
const answers = [];
for (const [uri, accepted] of %s) {
  const headers = accepted === null ? {} : {'Accept-Language': accepted};
  const answer = await new Promise((done) => {
    const {port} = local.address();
    import('node:http').then(({get}) => get({host: 'localhost', port, path: uri, headers}, done));
  });
  let body = '';
  for await (const part of answer) body += part;
  answers.push({status: answer.statusCode, body, location: answer.headers.location ?? null});
}
console.log(JSON.stringify(answers));
process.exit(0);
"""


class LocalServerTest(unittest.TestCase):
    """web/tools/serve.mjs stands in for the distribution on a laptop: no path means another thing."""

    def served(self, asked: list[tuple[str, str | None]], language: str = "en") -> list[dict]:
        files = sorted({file for path, file in PATHS.items() if file and "no-such" not in file})
        serve = (ROOT / "web/tools/serve.mjs").as_uri()
        play = SERVED % (serve, json.dumps(files), language, json.dumps(asked))
        done = subprocess.run(
            ["node", "--input-type=module"], input=play, capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_a_path_means_the_same(self):
        paths = {p: f for p, f in PATHS.items() if p != "/v1"}  # it pipes that to the gateway, too
        answers = self.served([(path, None) for path in paths])
        for (path, file), answer in zip(paths.items(), answers, strict=True):
            with self.subTest(path):
                found = file is not None and "no-such" not in file
                self.assertEqual(answer["status"], 200 if found else 404)
                if found:
                    self.assertEqual(answer["body"], file)

    def test_the_root_leads_to_the_same_language(self):
        asked = [accepted for accepted in ACCEPTED if accepted is None or len(accepted) < 1000]
        for language in LANGUAGES:
            with self.subTest(language):
                self.compare(asked, language)

    def compare(self, asked: list[str | None], language: str):
        code = script("pages.js").replace("${DefaultLanguage}", language)
        requests = [
            {"uri": "/", "headers": {} if each is None else {"accept-language": {"value": each}}}
            for each in asked
        ]
        edge = [answer["headers"]["location"]["value"] for answer in run(code, requests)]
        served = self.served([("/", each) for each in asked], language)
        local = [answer["location"] for answer in served]
        self.assertEqual(dict(zip(asked, local, strict=True)), dict(zip(asked, edge, strict=True)))


class ViewerTest(unittest.TestCase):
    def test_the_address_of_the_viewer_replaces_whatever_they_say(self):
        said = {"x-clipdesk-viewer": {"value": "198.51.100.7"}, "accept": {"value": "*/*"}}
        for ip in ("203.0.113.9", "2001:db8:1:2::9"):
            (request,) = run(script("viewer.js"), [{"uri": "/v1/videos", "headers": said}], ip)
            self.assertEqual(request["headers"], said | {"x-clipdesk-viewer": {"value": ip}})
            self.assertEqual(request["uri"], "/v1/videos")

    def test_the_template_holds_what_the_file_holds(self):
        self.assertEqual(properties("ApiViewer")["FunctionCode"], script("viewer.js"))

    def test_functions_look_for_the_headers_that_the_distribution_sends(self):
        java = ROOT / "functions/common/src/main/java/clipdesk/common/web/CallerNetwork.java"
        names = dict(re.findall(r'String (\w+) = "([\w-]+)";', java.read_text()))
        (api,) = (o for o in distribution()["Origins"] if o["Id"] == "api")
        (secret,) = api["OriginCustomHeaders"]
        self.assertEqual(secret["HeaderName"], names["KEY"])
        self.assertEqual(
            secret["HeaderValue"],
            {"Fn::Sub": "{{resolve:secretsmanager:${EdgeKey}:SecretString}}"},
        )
        self.assertIn(f"'{names['VIEWER'].lower()}'", script("viewer.js"))

    def test_whoever_limits_by_network_knows_the_key_on_aws_and_there_is_none_on_a_laptop(self):
        local = translate(routes=1, Stage="local")
        for function in ("AccountsFunction", "NewslettersFunction"):
            for stack, key in ((on_aws(), {"Ref": "EdgeKey"}), (local, "")):
                resolved = stack.resolve(stack.resources[function]["Properties"])
                self.assertEqual(resolved["Environment"]["Variables"]["EDGE_KEY_ARN"], key)
                granted = json.dumps(stack.resolve(stack.resources[f"{function}Role"]))
                self.assertEqual("EdgeKey" in granted, stack is not local)


class DistributionTest(unittest.TestCase):
    def test_the_api_is_asked_each_time_with_all_that_the_viewer_sent_but_the_host(self):
        (api,) = distribution()["CacheBehaviors"]
        self.assertEqual(api["PathPattern"], "/v1/*")
        self.assertEqual(api["CachePolicyId"], CACHING_DISABLED)
        self.assertEqual(api["OriginRequestPolicyId"], ALL_VIEWER_EXCEPT_HOST)
        self.assertNotIn("ResponseHeadersPolicyId", api)
        self.assertEqual(
            set(api["AllowedMethods"]),
            {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"},
        )
        (function,) = api["FunctionAssociations"]
        self.assertEqual(function["EventType"], "viewer-request")
        self.assertEqual(function["FunctionARN"], {"Fn::GetAtt": ["ApiViewer", "FunctionARN"]})
        (origin,) = (o for o in distribution()["Origins"] if o["Id"] == api["TargetOriginId"])
        self.assertEqual(origin["OriginPath"], "/live")
        self.assertEqual(origin["CustomOriginConfig"]["OriginProtocolPolicy"], "https-only")

    def test_pages_come_from_the_bucket_with_their_headers_through_their_function(self):
        pages = distribution()["DefaultCacheBehavior"]
        self.assertEqual(pages["CachePolicyId"], CACHING_OPTIMIZED)
        self.assertEqual(pages["ResponseHeadersPolicyId"], {"Ref": "WebHeaders"})
        self.assertTrue(pages["Compress"])
        (function,) = pages["FunctionAssociations"]
        self.assertEqual(function["FunctionARN"], {"Fn::GetAtt": ["WebPages", "FunctionARN"]})

    def test_no_answer_of_the_api_is_made_a_page(self):
        self.assertNotIn("CustomErrorResponses", distribution())
        self.assertNotIn("DefaultRootObject", distribution())

    def test_links_and_tickets_stand_in_no_access_log(self):
        self.assertNotIn("Logging", distribution())

    def test_the_address_is_that_of_the_portal(self):
        self.assertEqual(
            distribution()["Aliases"],
            [{"Fn::Select": [2, {"Fn::Split": ["/", "https://clipdesk.example"]}]}],
        )
        certificate = source()["Parameters"]["WebCertificateArn"]["AllowedPattern"]
        good = "arn:aws:acm:us-east-1:111122223333:certificate/1b2c"
        self.assertRegex(good, f"^(?:{certificate})$")
        self.assertNotRegex(good.replace("us-east-1", "eu-west-3"), f"^(?:{certificate})$")

    def test_headers_of_pages_are_those_of_the_local_server(self):
        self.assertEqual(headers(), json.loads((ROOT / "web/headers.json").read_text()))

    def test_pictures_may_come_from_where_the_sdk_signs_links_for(self):
        for region, name in (("eu-west-3", "RegionalDomainName"), ("us-east-1", "DomainName")):
            with mock.patch.dict(translated.PSEUDO, {"AWS::Region": region}):
                self.assertIn("media-src 'self' {bucket};", content(name))
                self.assertIn("img-src 'self' {bucket};", content(name))

    def test_only_the_distribution_reads_the_bucket(self):
        statements = properties("WebPolicy")["PolicyDocument"]["Statement"]
        allowed = [each for each in statements if each["Effect"] == "Allow"]
        self.assertEqual({each["Action"] for each in allowed}, {"s3:GetObject", "s3:ListBucket"})
        for each in allowed:
            self.assertEqual(each["Principal"], {"Service": "cloudfront.amazonaws.com"})
            self.assertIn(
                "distribution/${Distribution}",
                json.dumps(each["Condition"]["StringEquals"]["AWS:SourceArn"]),
            )

    def test_nothing_of_it_is_on_a_laptop(self):
        local = translate(routes=1, Stage="local")
        here = on_aws().resources.keys() - local.resources.keys()
        self.assertLessEqual(
            {"Web", "WebPolicy", "WebAccess", "WebHeaders", "WebPages", "ApiViewer",
             "Distribution", "EdgeKey"},
            here,
        )  # fmt: skip


def headers() -> dict[str, str]:
    """The response headers policy as names and values, with the bucket as headers.json has it."""
    policy = properties("WebHeaders")["ResponseHeadersPolicyConfig"]
    security = policy["SecurityHeadersConfig"]
    transport = security["StrictTransportSecurity"]
    told = {
        "Content-Security-Policy": content(),
        "Strict-Transport-Security": f"max-age={transport['AccessControlMaxAgeSec']}"
        + ("; includeSubDomains" if transport["IncludeSubdomains"] else ""),
        "X-Content-Type-Options": "nosniff" if "ContentTypeOptions" in security else "",
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
    }
    parts = [*security.values(), *policy["CustomHeadersConfig"]["Items"]]
    assert all(each["Override"] for each in parts), "the bucket says nothing of its own"
    return told | {h["Header"]: h["Value"] for h in policy["CustomHeadersConfig"]["Items"]}


def content(domain: str = "RegionalDomainName") -> str:
    """The policy's text, with {bucket} where that name of the bucket stands."""
    policy = properties("WebHeaders")["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    name = json.dumps({"Fn::GetAtt": ["Masters", domain]})
    text = policy["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    return text.replace(f"https://{name}", "{bucket}")


if __name__ == "__main__":
    unittest.main()
