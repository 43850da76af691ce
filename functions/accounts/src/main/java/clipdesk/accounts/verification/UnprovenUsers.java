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

  UnprovenUsers(People people, CurrentSignUps signUps) {
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
}
