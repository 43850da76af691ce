package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditTrail;
import clipdesk.accounts.directory.InMemoryUsers;
import clipdesk.accounts.leaving.EraseAccount;
import clipdesk.accounts.profile.InMemoryProfiles;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.verification.InMemoryVerifications;
import clipdesk.accounts.verification.UnprovenUsers;
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
    var eraseAccount = context.getBean(EraseAccount.class);
    var audit = context.getBean(AuditTrail.class);
    var clock = context.getBean(InstantSource.class);
    return new Sweeps(
        new SweepAccounts(
            _ -> List.of(),
            profiles::deletionsBefore,
            new Resets(context.getBean(InMemoryVerifications.class)),
            new SweepGoneUsers(
                new InMemoryAccountPages(profiles::created, /* rows= */ 10),
                users,
                eraseAccount,
                audit,
                clock),
            users,
            context.getBean(UnprovenUsers.class),
            eraseAccount,
            context.getBean(EndAllSessions.class),
            context.getBean(Tally.class),
            audit,
            clock));
  }

  public void sweep() {
    sweep.sweep();
  }

  private record Resets(InMemoryVerifications verifications)
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
    public void settled(String reset) {
      verifications.signedOut(reset);
    }
  }
}
