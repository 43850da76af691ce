package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the template promises of ways in and of logs. */
final class SecurityTemplateTest {
  private final Template template = Template.ofRepository();

  @Test
  void poolHasOneClientAndOneWayInAndNoAccountOfItsOwn() {
    var clients = template.resources("AWS::Cognito::UserPoolClient").values();

    assertThat(clients)
        .singleElement()
        .satisfies(
            client ->
                assertThat(client)
                    .containsEntry("GenerateSecret", true)
                    .containsEntry("PreventUserExistenceErrors", "ENABLED")
                    .containsEntry("ExplicitAuthFlows", List.of("ALLOW_ADMIN_USER_PASSWORD_AUTH")));
    assertThat(template.resources("AWS::Cognito::UserPoolDomain")).isEmpty();
    assertThat(template.resources("AWS::Cognito::UserPoolUser")).isEmpty();
  }

  @Test
  void logsAreJsonAndNoFunctionMayReadOrChangeThem() {
    assertThat(template.globals()).containsEntry("LoggingConfig", Map.of("LogFormat", "JSON"));
    template
        .resources("AWS::Serverless::Function")
        .forEach(
            (id, function) ->
                assertThat(Template.actions(function))
                    .as(id)
                    .noneMatch(action -> action.startsWith("logs:")));
  }

  /**
   * The sweep for accounts nobody finished, and the job that brings addresses under another key.
   */
  @Test
  void twoFunctionsScanAndSeeNoMoreThanWhoseRowsThereAre() {
    assertThat(
            template.resources("AWS::Serverless::Function").values().stream()
                .flatMap(function -> Template.statements(function).stream())
                .filter(
                    statement -> Template.list(statement.get("Action")).contains("dynamodb:Scan")))
        .allSatisfy(statement -> assertThat(statement).containsEntry("Action", "dynamodb:Scan"))
        .extracting(statement -> statement.get("Resource"), statement -> statement.get("Condition"))
        .containsExactlyInAnyOrder(
            tuple(table("Accounts"), seeing("pk", "createdAt")),
            tuple(
                table("Newsletters"),
                seeing("pk", "sk", "sid", "email", "emailKey", "suppressed")));
  }

  private static List<String> table(String name) {
    return List.of(
        "Own" + name,
        name + ".Arn",
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${"
            + name
            + "Table}");
  }

  private static Map<String, Object> seeing(String... attributes) {
    return Map.of(
        "ForAllValues:StringEquals",
        Map.of("dynamodb:Attributes", List.of(attributes)),
        "StringEquals",
        Map.of("dynamodb:Select", "SPECIFIC_ATTRIBUTES"));
  }

  @Test
  void accessLogHasNoPathBecauseSecretsStandInPaths() {
    var api = template.resources("AWS::Serverless::Api").get("Api");
    var format = Template.map(api.get("AccessLogSetting")).get("Format").toString();

    assertThat(format)
        .contains("$context.requestId", "$context.status", "$context.resourcePath")
        .doesNotContain("$context.path", "$context.identity", "$context.authorizer");
  }
}
