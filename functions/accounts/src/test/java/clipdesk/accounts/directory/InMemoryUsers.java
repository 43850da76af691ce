package clipdesk.accounts.directory;

import clipdesk.accounts.Breakdown;
import clipdesk.common.identity.Secret;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Users and sessions as Cognito keeps them, in memory; refresh tokens rotate. */
@Singleton
@Replaces(CognitoDirectory.class)
public final class InMemoryUsers implements SignIns, People {
  private final Map<String, User> users = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();
  private final Breakdown breakdown;
  private int compared;

  InMemoryUsers(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  /** Refresh tokens of one sign-in; all but the last were used. */
  private record Family(String id, String sub, List<String> tokens) {}

  static final class User {
    final String sub = UUID.randomUUID().toString();
    String email;
    String password;
    Language language;
    boolean confirmed;
    boolean enabled = true;

    User(String email, String password, Language language) {
      this.email = email;
      this.password = password;
      this.language = language;
    }

    Person person() {
      return new Person(sub, email, language, confirmed, enabled);
    }
  }

  /** How often a password reached us to be compared. */
  public synchronized int compared() {
    return compared;
  }

  public void disable(String email) {
    user(email).orElseThrow().enabled = false;
  }

  synchronized Optional<User> user(String name) {
    return users.values().stream()
        .filter(it -> it.sub.equals(name) || it.email.equals(name))
        .findFirst();
  }

  synchronized User add(User user) {
    users.put(user.sub, user);
    return user;
  }

  @Override
  public synchronized Optional<Tokens> signIn(String email, String password) {
    compared++;
    return user(email)
        .filter(it -> it.confirmed && it.enabled && it.password.equals(password))
        .map(it -> next(new Family(UUID.randomUUID().toString(), it.sub, new ArrayList<>())));
  }

  @Override
  public synchronized Optional<Tokens> refresh(String refreshToken) throws ReusedTokenException {
    var family = families.get(refreshToken);
    if (family != null && !family.tokens.getLast().equals(refreshToken)) {
      throw new ReusedTokenException();
    }
    return Optional.ofNullable(family).map(this::next);
  }

  @Override
  public synchronized void revoke(String refreshToken) {
    breakdown.at("revoke");
    families.values().removeIf(it -> it.tokens.contains(refreshToken));
  }

  /** Whether there is still a session that a refresh token is of. */
  public synchronized boolean knows(String refreshToken) {
    return families.containsKey(refreshToken);
  }

  @Override
  public synchronized void signOutEverywhere(String sub) {
    breakdown.at("sign out");
    families.values().removeIf(it -> it.sub.equals(sub));
  }

  @Override
  public Optional<Person> find(String username) {
    return user(username).map(User::person);
  }

  @Override
  public synchronized void delete(String sub) {
    breakdown.at("delete user");
    users.remove(sub);
  }

  @Override
  public void setPassword(String sub, String password) {
    user(sub).orElseThrow().password = password;
  }

  @Override
  public void change(String sub, Optional<String> email, Optional<Language> language)
      throws AddressTakenException {
    if (email.flatMap(this::user).filter(it -> !it.sub.equals(sub)).isPresent()) {
      throw new AddressTakenException();
    }
    var user = user(sub).orElseThrow();
    email.ifPresent(it -> user.email = it);
    language.ifPresent(it -> user.language = it);
  }

  private Tokens next(Family family) {
    var refresh = UUID.randomUUID().toString();
    family.tokens.add(refresh);
    families.put(refresh, family);
    var claims =
        Json.text(Map.of("sub", family.sub, "origin_jti", family.id, "cognito:groups", List.of()));
    var payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return new Tokens(
        family.sub,
        Optional.of(family.id),
        /* editor= */ false,
        new Secret("e30." + payload + ".s"),
        new Secret(refresh),
        /* expiresInSeconds= */ 900);
  }
}
