package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void onlyTheSweepScansAndItSeesNoMoreThanKeysAndAges() {
    var scans =
        template.resources("AWS::Serverless::Function").values().stream()
            .flatMap(function -> Template.statements(function).stream())
            .filter(statement -> Template.list(statement.get("Action")).contains("dynamodb:Scan"));

    assertThat(scans)
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement)
                    .containsEntry(
                        "Resource",
                        List.of(
                            "OwnAccounts",
                            "Accounts.Arn",
                            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}"
                                + ":table/${AccountsTable}"))
                    .containsEntry(
                        "Condition",
                        Map.of(
                            "ForAllValues:StringEquals",
                            Map.of("dynamodb:Attributes", List.of("pk", "createdAt")),
                            "StringEquals",
                            Map.of("dynamodb:Select", "SPECIFIC_ATTRIBUTES"))));
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
