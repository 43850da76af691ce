package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditTrail;
import clipdesk.accounts.directory.InMemoryUsers;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.profile.InMemoryProfiles;
import clipdesk.accounts.sessions.OwnSessions;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.verification.CurrentSignUps;
import clipdesk.accounts.verification.InMemoryVerifications;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A sweep over what the running function left in its fakes. */
public final class Sweeps {
  private final SweepAccounts sweep;

  private Sweeps(SweepAccounts sweep) {
    this.sweep = sweep;
  }

  public static Sweeps of(ApplicationContext context) {
    var users = context.getBean(InMemoryUsers.class);
    var profiles = context.getBean(InMemoryProfiles.class);
    var audit = context.getBean(AuditTrail.class);
    var clock = context.getBean(InstantSource.class);
    var events = context.getBean(AccountEvents.class);
    var deletions = new Deletions(profiles, context.getBean(OwnSessions.class));
    return new Sweeps(
        new SweepAccounts(
            new Users(users),
            deletions,
            new Resets(context.getBean(InMemoryVerifications.class), profiles),
            new SweepGoneUsers(
                new InMemoryAccountPages(profiles::created, /* rows= */ 10),
                new Users(users),
                deletions,
                events,
                audit,
                clock),
            events,
            context.getBean(CurrentSignUps.class),
            context.getBean(Tally.class),
            audit,
            clock));
  }

  public void sweep() {
    sweep.sweep();
  }

  private record Users(InMemoryUsers users) implements SweepAccounts.UnconfirmedUsers {
    @Override
    public List<String> createdBefore(Instant limit) {
      return List.of();
    }

    @Override
    public Optional<String> unconfirmed(String sub) {
      return users.find(sub).filter(it -> !it.confirmed()).map(Person::email);
    }

    @Override
    public Optional<String> email(String sub) {
      return users.find(sub).map(Person::email);
    }

    @Override
    public boolean exists(String sub) {
      return users.find(sub).isPresent();
    }

    @Override
    public Optional<String> sub(String email) {
      return users.find(email).map(Person::sub);
    }

    @Override
    public void signOut(String sub) {
      users.signOutEverywhere(sub);
    }

    @Override
    public void delete(String sub) {
      users.signOutEverywhere(sub);
      users.delete(sub);
    }
  }

  private record Deletions(InMemoryProfiles profiles, OwnSessions sessions)
      implements SweepAccounts.UnfinishedDeletions {
    @Override
    public List<String> begunBefore(Instant limit) {
      return profiles.deletionsBefore(limit);
    }

    @Override
    public void remove(String sub) {
      sessions.forget(sub);
      profiles.remove(sub);
    }
  }

  private record Resets(InMemoryVerifications verifications, InMemoryProfiles profiles)
      implements SweepAccounts.UnfinishedResets {
    @Override
    public List<String> triedBefore(Instant limit) {
      return List.copyOf(verifications.resetsToSignOut());
    }

    @Override
    public Optional<String> email(String reset) {
      return verifications.emailOf(reset);
    }

    @Override
    public void cutOff(String sub, Instant now) {
      profiles.cutOff(sub, now);
    }

    @Override
    public void settled(String reset) {
      verifications.signedOut(reset);
    }
  }
}
