package clipdesk.accounts.directory;

import clipdesk.accounts.Breakdown;
import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Cognito's codes, in memory: a newer one ends the older, a right one is used up. */
@Singleton
@Replaces(CognitoCodes.class)
public final class InMemoryCodes implements Registrations, Recoveries {
  private final InMemoryUsers users;
  private final Breakdown breakdown;
  private final Map<String, String> signUps = new HashMap<>();
  private final Map<String, String> resets = new HashMap<>();
  private final AtomicInteger compared = new AtomicInteger();
  private boolean passwordsRefused;
  private Runnable meanwhile = () -> {};
  private int last = 100_000;

  InMemoryCodes(InMemoryUsers users, Breakdown breakdown) {
    this.users = users;
    this.breakdown = breakdown;
  }

  /** The code that was mailed last to prove this address. */
  public synchronized String signUpCode(String email) {
    return signUps.get(users.user(email).orElseThrow().sub);
  }

  /** The code that was mailed last for a new password; empty if nobody has the address. */
  public synchronized Optional<String> resetCode(String email) {
    return Optional.ofNullable(resets.get(email));
  }

  /** From now on, whatever the rules of ours say. */
  public void refusePasswords() {
    passwordsRefused = true;
  }

  /** Happens once, when another code is made and its mail is still on its way. */
  public void meanwhile(Runnable what) {
    meanwhile = what;
  }

  /** How often a code reached us to be compared. */
  public int compared() {
    return compared.get();
  }

  @Override
  public synchronized String register(String email, String password, Language language)
      throws AddressTakenException {
    if (users.user(email).isPresent()) {
      throw new AddressTakenException();
    }
    breakdown.at("register");
    var user = users.add(new InMemoryUsers.User(email, password, language));
    signUps.put(user.sub, next());
    return user.sub;
  }

  @Override
  public synchronized void resend(String sub, Language language) {
    if (users.user(sub).isPresent()) {
      signUps.put(sub, next());
    }
    meanwhile.run();
    meanwhile = () -> {};
  }

  @Override
  public synchronized boolean confirm(String sub, String code) {
    compared.incrementAndGet();
    var user = users.user(sub);
    user.filter(_ -> signUps.remove(sub, code)).ifPresent(it -> it.confirmed = true);
    return user.filter(it -> it.confirmed).isPresent();
  }

  @Override
  public synchronized void request(String email, Language language) {
    if (users.user(email).filter(it -> it.confirmed && it.enabled).isPresent()) {
      resets.put(email, next());
    }
  }

  @Override
  public synchronized boolean reset(String email, String code, String newPassword) {
    compared.incrementAndGet();
    if (passwordsRefused) {
      throw CognitoFailures.passwordPolicy();
    }
    var user = users.user(email).filter(_ -> resets.remove(email, code));
    user.ifPresent(it -> it.password = newPassword);
    return user.isPresent();
  }

  private String next() {
    return Integer.toString(last++);
  }
}
