package clipdesk.accounts.directory;

/**
 * What a sign-in gives. Never logged: {@code toString} hides it.
 *
 * @param expiresInSeconds life of the access token
 */
public record Tokens(String sub, String accessToken, String refreshToken, long expiresInSeconds) {
  @Override
  public String toString() {
    return "Tokens[" + sub + ", ***]";
  }
}
