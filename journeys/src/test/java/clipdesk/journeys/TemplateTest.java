package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the template promises beyond what a linter can see. */
final class TemplateTest {
  /** The routes of the contract that need no sign-in, each with its own secret or none. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(POST /v1/accounts|POST /v1/verifications/.*|(POST|PUT) /v1/password-resets.*"
              + "|(POST|OPTIONS) /v1/sessions|(POST|OPTIONS) /v1/sessions/refresh"
              + "|(DELETE|OPTIONS) /v1/sessions/current|GET /v1/terms"
              + "|GET /v1/events|(GET|HEAD) /v1/videos.*|(GET|HEAD) /v1/downloads/.*|GET /v1/health"
              + "|GET /v1/search/.*"
              + "|GET /v1/topics|PUT /v1/newsletter-offers/.*|POST /v1/subscriptions"
              + "|(GET|POST) /v1/subscriptions/confirmations/.*|(GET|POST) /v1/(u|p)/.*"
              + "|GET /v1/newsletters.*|GET /v1/previews/.*)");

  private final Template template = Template.ofRepository();

  @Test
  void everyRouteHasTheAuthorizerOfTheContract() {
    assertThat(template.routes())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            route ->
                assertThat(route.open())
                    .as(route.toString())
                    .isEqualTo(OPEN.matcher(route.toString()).matches()));
  }

  @Test
  void routesAreNamedOneByOne() {
    assertThat(template.routes())
        .allSatisfy(route -> assertThat(route.path()).startsWith("/v1/").doesNotContain("+"))
        .extracting(Template.Route::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyAnswerOfTheGatewayItselfIsAProblem() {
    var api = template.resources("AWS::Serverless::Api").get("Api");
    var answers = Template.map(api.get("GatewayResponses"));

    assertThat(answers)
        .containsOnlyKeys(
            "UNAUTHORIZED",
            "EXPIRED_TOKEN",
            "ACCESS_DENIED",
            "WAF_FILTERED",
            "MISSING_AUTHENTICATION_TOKEN",
            "RESOURCE_NOT_FOUND",
            "REQUEST_TOO_LARGE",
            "UNSUPPORTED_MEDIA_TYPE",
            "THROTTLED",
            "QUOTA_EXCEEDED",
            "INTEGRATION_TIMEOUT",
            "INTEGRATION_FAILURE",
            "BAD_REQUEST_BODY",
            "BAD_REQUEST_PARAMETERS",
            "INVALID_API_KEY",
            "INVALID_SIGNATURE",
            "DEFAULT_4XX",
            "DEFAULT_5XX")
        .allSatisfy((_, answer) -> assertThat(answer.toString()).contains("urn:clipdesk:problem:"));
  }

  /** A worker that is killed aborts nothing. */
  @Test
  void unfinishedUploadsAreThrownAwayAfterADay() {
    for (var bucket : List.of("Masters", "Clips", "Transcripts")) {
      assertThat(lifecycle(bucket))
          .as(bucket)
          .asInstanceOf(LIST)
          .contains(
              Map.of(
                  "Id",
                  "unfinished-uploads",
                  "Status",
                  "Enabled",
                  "AbortIncompleteMultipartUpload",
                  Map.of("DaysAfterInitiation", 1)));
    }
  }

  /** States are kept for whoever wrote over one, sounds for a recogniser, the index for nobody. */
  @Test
  void transcriptsAreKeptAndWhatWasMadeOfThemIsThrownAway() {
    var rules = (List<?>) lifecycle("Transcripts");

    assertThat(rules.stream().map(Template::map).filter(it -> it.containsKey("Prefix")))
        .extracting(
            it -> it.get("Prefix"),
            it -> it.get("ExpirationInDays"),
            it -> Template.map(it.get("NoncurrentVersionExpiration")).get("NoncurrentDays"))
        .containsExactlyInAnyOrder(
            tuple("transcripts/", null, 90),
            tuple("sound/", 7, 1),
            tuple("activity/", null, 1),
            tuple("recognised/", 90, 1),
            tuple("recognition/", null, 1),
            tuple("index/", null, 1));
  }

  @Test
  void noRightIsAWildcard() {
    template
        .resources("AWS::Serverless::Function")
        .forEach(
            (id, function) ->
                assertThat(Template.actions(function)).as(id).noneMatch(it -> it.contains("*")));
  }

  @Test
  void onlyAccountsHoldsRightsOverUsersAndNoMoreThanItNeeds() {
    var functions = template.resources("AWS::Serverless::Function");

    assertThat(cognito(functions.get("AccountsFunction")))
        .containsExactlyInAnyOrder(
            "cognito-idp:DescribeUserPoolClient",
            "cognito-idp:AdminInitiateAuth",
            "cognito-idp:AdminGetUser",
            "cognito-idp:AdminDeleteUser",
            "cognito-idp:AdminUpdateUserAttributes",
            "cognito-idp:AdminSetUserPassword",
            "cognito-idp:AdminUserGlobalSignOut");
    assertThat(cognito(functions.get("AccountsSweepFunction")))
        .containsExactlyInAnyOrder(
            "cognito-idp:DescribeUserPoolClient",
            "cognito-idp:ListUsers",
            "cognito-idp:AdminGetUser",
            "cognito-idp:AdminDeleteUser",
            "cognito-idp:AdminUserGlobalSignOut");
    functions.forEach(
        (id, function) -> {
          if (!id.equals("AccountsFunction") && !id.equals("AccountsSweepFunction")) {
            assertThat(cognito(function)).as(id).isEmpty();
          }
        });
  }

  @Test
  void onlyAccountsAndTheSenderMaySendMail() {
    var senders =
        template.resources("AWS::Serverless::Function").entrySet().stream()
            .filter(entry -> Template.actions(entry.getValue()).contains("ses:SendRawEmail"))
            .map(Map.Entry::getKey);

    assertThat(senders).containsExactlyInAnyOrder("AccountsFunction", "NewslettersSenderFunction");
  }

  @Test
  void everyFunctionHasALogGroupWithRetention() {
    var groups =
        template.resources("AWS::Logs::LogGroup").values().stream()
            .peek(group -> assertThat(group).containsKey("RetentionInDays"))
            .map(group -> group.get("LogGroupName"))
            .toList();

    template
        .resources("AWS::Serverless::Function")
        .values()
        .forEach(
            function -> assertThat(groups).contains("/aws/lambda/" + function.get("FunctionName")));
  }

  @Test
  void everyBucketIsEncryptedPrivateAndTlsOnly() {
    var policies = template.resources("AWS::S3::BucketPolicy").values();
    template
        .resources("AWS::S3::Bucket")
        .forEach(
            (id, bucket) -> {
              assertThat(bucket)
                  .as(id)
                  .containsKeys("BucketEncryption", "LifecycleConfiguration", "OwnershipControls");
              assertThat(Template.map(bucket.get("PublicAccessBlockConfiguration")).values())
                  .as(id)
                  .hasSize(4)
                  .containsOnly(true);
              assertThat(policies)
                  .as("policy of " + id)
                  .anySatisfy(
                      policy ->
                          assertThat(policy.get("Bucket") + policy.toString())
                              .startsWith(id)
                              .contains("aws:SecureTransport"));
            });
  }

  @Test
  void everyQueueHasDeadLettersAndEveryDeadLetterQueueAnAlarm() {
    var queues = template.resources("AWS::SQS::Queue");
    var alarms = template.resources("AWS::CloudWatch::Alarm").values().toString();
    queues.forEach(
        (id, queue) -> {
          assertThat(queue).as(id).containsEntry("SqsManagedSseEnabled", true);
          if (id.endsWith("DeadLetters")) {
            assertThat(alarms).contains(id + ".QueueName");
          } else {
            assertThat(queue).as(id).containsKey("RedrivePolicy");
          }
        });
  }

  /** What the portal's four minutes of silence stand on, docs/decisions/0013. */
  @Test
  void aKilledCutIsTriedTwiceMoreAndThenIsALetterThatIsHeardOf() {
    var clips = template.resources("AWS::Serverless::Function").get("ClipsFunction");
    var alarm = template.resources("AWS::CloudWatch::Alarm").get("ClipsDeadLettersAlarm");

    assertThat(Template.map(clips.get("EventInvokeConfig")))
        .containsEntry("MaximumRetryAttempts", 2)
        .doesNotContainKey("MaximumEventAgeInSeconds")
        .extractingByKey("DestinationConfig")
        .asString()
        .contains("OnFailure", "SQS", "ClipsDeadLetters.Arn");
    assertThat(alarm)
        .containsEntry("MetricName", "ApproximateNumberOfMessagesVisible")
        .containsEntry("Threshold", 0)
        .containsEntry("ComparisonOperator", "GreaterThanThreshold");
    assertThat(alarm.get("Dimensions")).asString().contains("ClipsDeadLetters.QueueName");
    assertThat(alarm.get("AlarmActions")).asString().contains("AlarmTopic");
  }

  @Test
  void mediaErasesNoAccountWhileARequestMayRunThatWasLetInBefore() {
    var functions = template.resources("AWS::Serverless::Function");
    var request =
        (int)
            functions
                .get("MediaFunction")
                .getOrDefault("Timeout", template.globals().get("Timeout"));
    var erasing = functions.get("MediaEventsFunction");
    var environment = Template.map(Template.map(erasing.get("Environment")).get("Variables"));
    int wait = Integer.parseInt((String) environment.get("LONGEST_REQUEST_SECONDS"));

    assertThat(wait).isGreaterThan(request);
    assertThat((int) erasing.get("Timeout")).isGreaterThanOrEqualTo(2 * wait);
  }

  @Test
  void whoHearsOfAccountsMayKeepMarksAndWhoHasCallersMayReadThem() {
    var functions = template.resources("AWS::Serverless::Function");
    for (var context : List.of("Media", "Newsletters")) {
      assertThat(Template.actions(functions.get(context + "Function")))
          .as(context)
          .contains("dynamodb:BatchGetItem");
      assertThat(Template.actions(functions.get(context + "EventsFunction")))
          .as(context)
          .contains("dynamodb:UpdateItem");
    }
    assertThat(Template.actions(functions.get("MediaEventsFunction")))
        .containsExactlyInAnyOrder(
            "dynamodb:UpdateItem", "dynamodb:Query", "dynamodb:BatchWriteItem");
  }

  @Test
  void functionsRunWhereTheLayersLibrariesRun() {
    assertThat(template.globals())
        .containsEntry("Architectures", List.of("x86_64"))
        .containsEntry("Runtime", "java25");
  }

  private Object lifecycle(String bucket) {
    var properties = template.resources("AWS::S3::Bucket").get(bucket);
    return Template.map(properties.get("LifecycleConfiguration")).get("Rules");
  }

  private static List<String> cognito(Map<String, Object> function) {
    return Template.actions(function).stream()
        .filter(action -> action.startsWith("cognito-idp:"))
        .toList();
  }

  /** A campaign's feedback never holds up the end of a session, docs/decisions/0058. */
  @Test
  void wordOfAccountsAndFeedbackHaveAQueueEachAndEachIsReadByItself() {
    var subscriptions = template.resources("AWS::SNS::Subscription").values();
    var events =
        Template.map(
            template.resources("AWS::Serverless::Function").get("NewslettersEventsFunction"));
    var read =
        Template.map(events.get("Events")).values().stream()
            .map(it -> Template.map(Template.map(it).get("Properties")).get("Queue"))
            .toList();

    for (var way :
        Map.of("MailEvents", "SesEvents.Arn", "AccountEvents", "AccountWord.Arn").entrySet()) {
      assertThat(subscriptions)
          .filteredOn(it -> way.getKey().equals(it.get("TopicArn")))
          .extracting(it -> it.get("Endpoint"))
          .as(way.getKey())
          .contains(way.getValue());
      assertThat(subscriptions)
          .filteredOn(it -> way.getValue().equals(it.get("Endpoint")))
          .as("into " + way.getValue())
          .hasSize(1);
      assertThat(read).as("mappings").containsOnlyOnce(way.getValue());
    }
  }
}
