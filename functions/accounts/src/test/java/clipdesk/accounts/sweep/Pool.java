package clipdesk.accounts.sweep;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.directory.Tokens;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A pool that does what a sweep may ask of one, and refuses whatever else it is asked. */
final class Pool implements People, SignIns, SweepAccounts.UnconfirmedUsers {
  final List<String> deleted = new ArrayList<>();
  final List<String> signedOut = new ArrayList<>();

  /** Everything that it is asked about this user fails. */
  String broken = "";

  /** Confirms its address between two questions. */
  String late = "";

  private final Map<String, Person> users = new HashMap<>();
  private final Map<String, Instant> unconfirmed = new TreeMap<>();

  void confirmed(String sub) {
    add(sub, /* confirmed= */ true);
  }

  void unconfirmed(String sub, Instant created) {
    add(sub, /* confirmed= */ false);
    unconfirmed.put(sub, created);
  }

  static String address(String sub) {
    return sub + "@outlet.example";
  }

  private void add(String sub, boolean confirmed) {
    users.put(sub, new Person(sub, address(sub), Language.EN, confirmed, /* enabled= */ true));
  }

  void forget(String sub) {
    users.remove(sub);
  }

  @Override
  public List<String> createdBefore(Instant limit) {
    return unconfirmed.keySet().stream()
        .filter(sub -> unconfirmed.get(sub).isBefore(limit))
        .toList();
  }

  @Override
  public Optional<Person> find(String username) {
    answer(username);
    var found =
        users.values().stream()
            .filter(it -> it.sub().equals(username) || it.email().equals(username))
            .findFirst();
    if (username.equals(late)) {
      confirmed(late);
    }
    return found;
  }

  @Override
  public void delete(String sub) {
    answer(sub);
    deleted.add(sub);
  }

  @Override
  public void signOutEverywhere(String sub) {
    answer(sub);
    signedOut.add(sub);
  }

  private void answer(String sub) {
    if (sub.equals(broken)) {
      throw new IllegalStateException("Cognito is away");
    }
  }

  @Override
  public void setPassword(String sub, String password) {
    throw notAsked();
  }

  @Override
  public void change(String sub, Optional<String> email, Optional<Language> language) {
    throw notAsked();
  }

  @Override
  public Optional<Tokens> signIn(String email, String password) {
    throw notAsked();
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken) {
    throw notAsked();
  }

  @Override
  public void revoke(String refreshToken) {
    throw notAsked();
  }

  private static IllegalStateException notAsked() {
    return new IllegalStateException("The sweep has no need of this");
  }
}
