package clipdesk.accounts.verification;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whoever signed up an address without proving it has nothing on who comes after. */
@Singleton
public final class UnprovenUsers {
  /** How long a check may hold an address: longer than a call of the function lasts. */
  static final Duration BUSY = Duration.ofSeconds(30);

  private final People people;
  private final CurrentSignUps signUps;

  public UnprovenUsers(People people, CurrentSignUps signUps) {
    this.people = people;
    this.signUps = signUps;
  }

  /**
   * Ends the unproven sign-up of an address and deletes its user.
   *
   * @return who has the address now, for the code may have been taken a moment ago
   * @throws ProblemException {@code too-many-requests} while its code is being checked
   */
  public Optional<Person> remove(String email, Instant now) {
    if (!signUps.supersede(email, now)) {
      throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait before you ask again")
          .with("reason", "cool-down")
          .retryAfter(BUSY);
    }
    var holder = people.find(email);
    holder.filter(it -> !it.confirmed()).ifPresent(it -> people.delete(it.sub()));
    return holder.filter(Person::confirmed);
  }

  /**
   * The same for a user that is known: whoever has proven the address stays, and so does, for now,
   * one whose code is being checked.
   */
  public void removeIfIdle(String sub, Instant now) {
    // Who was unproven a moment ago may be no more: read on both sides of ending the sign-up.
    unproven(sub)
        .filter(user -> signUps.supersede(user.email(), now))
        .flatMap(_ -> unproven(sub))
        .ifPresent(_ -> people.delete(sub));
  }

  private Optional<Person> unproven(String sub) {
    return people.find(sub).filter(it -> !it.confirmed());
  }
}
