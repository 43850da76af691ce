package clipdesk.journeys;

/** How an operator makes an account an editor's; the token of the next sign-in says so. */
public final class Editors {
  private Editors() {}

  public static Person join(Stack stack, String language) {
    var editor = Person.named(stack, "editor", language);
    editor.join();
    try (var cognito = stack.cognito()) {
      cognito.adminAddUserToGroup(
          request ->
              request
                  .userPoolId(stack.output("UserPoolId"))
                  .username(editor.address())
                  .groupName("editors"));
    }
    editor.signIn(Person.PASSWORD).expect(201);
    return editor;
  }
}
