package clipdesk.accounts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of profiles does. */
abstract class ProfilesContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Optional<String> NAME = Optional.of("Ada");

  private final String sub = UUID.randomUUID().toString();

  abstract Profiles profiles();

  @Test
  void profileComesBackAsItWasMade() {
    assertThat(profiles().find(sub)).isEmpty();
    create();

    assertThat(found())
        .isEqualTo(
            new Profile(
                sub,
                /* active= */ true,
                NAME,
                Optional.empty(),
                "2026-01",
                NOW,
                NOW,
                /* version= */ 1,
                Instant.EPOCH));
  }

  @Test
  void profileThatIsThereStaysAsItIs() {
    create();
    profiles().create(sub, Optional.of("Eve"), NAME, "2027-01", NOW.plusSeconds(1));

    assertThat(found().name()).isEqualTo(NAME);
    assertThat(found().createdAt()).isEqualTo(NOW);
  }

  @Test
  void editSetsAndTakesAwayIfTheVersionIsStillThis() {
    create();
    var edited = with(found(), Optional.empty(), Optional.of("Le Fil"));

    assertThat(profiles().edit(edited, 1)).isTrue();
    assertThat(profiles().edit(edited, 1)).as("it is 2 now").isFalse();

    assertThat(found().name()).isEmpty();
    assertThat(found().outlet()).contains("Le Fil");
    assertThat(found().version()).isEqualTo(2);
  }

  @Test
  void cutOffIsKeptAndMakesNoProfile() {
    profiles().cutOff(sub, NOW);
    assertThat(profiles().find(sub)).isEmpty();
    create();

    profiles().cutOff(sub, NOW.plusSeconds(5));

    assertThat(found().validAfter()).isEqualTo(NOW.plusSeconds(5));
    assertThat(found().version()).isEqualTo(1);
  }

  @Test
  void profileThatIsBeingDeletedIsNotActiveAndNotEdited() {
    create();
    profiles().markDeleting(sub, NOW);
    profiles().markDeleting(sub, NOW.plusSeconds(1));

    assertThat(found().active()).isFalse();
    assertThat(profiles().edit(found(), 1)).isFalse();
  }

  @Test
  void removedProfileIsGoneAndMayBeRemovedAgain() {
    create();
    profiles().remove(sub);
    profiles().remove(sub);

    assertThat(profiles().find(sub)).isEmpty();
  }

  @Test
  void markMakesNoProfile() {
    profiles().markDeleting(sub, NOW);

    assertThat(profiles().find(sub)).isEmpty();
  }

  private void create() {
    profiles().create(sub, NAME, Optional.empty(), "2026-01", NOW);
  }

  private Profile found() {
    return profiles().find(sub).orElseThrow();
  }

  private static Profile with(Profile it, Optional<String> name, Optional<String> outlet) {
    return new Profile(
        it.sub(),
        it.active(),
        name,
        outlet,
        it.termsVersion(),
        it.termsAt(),
        it.createdAt(),
        it.version(),
        it.validAfter());
  }
}
