package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.audit.FixedPseudonymKey;
import clipdesk.accounts.audit.RecordedAuditLines;
import clipdesk.common.GatewayCalls;
import org.junit.jupiter.api.Test;

/** When the secret behind the pseudonyms is fetched: a call of its own in a cold function. */
final class AuditKeyFunctionTest extends AccountsFunctionCalls {
  private final FixedPseudonymKey key = context.getBean(FixedPseudonymKey.class);
  private final RecordedAuditLines lines = context.getBean(RecordedAuditLines.class);

  @Test
  void refusalThatNamesNobodyFetchesNothing() {
    call(GatewayCalls.call("GET", "/v1/me"));
    call(GatewayCalls.call("POST", "/v1/sessions").header("Origin", "https://evil.example"));
    check("vf_short", WRONG_CODE);

    assertThat(key.fetched()).isFalse();
    assertThat(lines.lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).doesNotContainKey("network"));
  }

  @Test
  void refusalOfSomebodyFetchesItToSayWho() {
    call(signedIn("GET", "/v1/me", "nobody"));

    assertThat(key.fetched()).isTrue();
    assertThat(lines.lines())
        .singleElement()
        .satisfies(line -> assertThat(line).containsKeys("account", "network"));
  }

  @Test
  void keyOutOfReachIsAskedForOnceACall() {
    key.beOutOfReach();

    call(signedIn("GET", "/v1/me", "nobody"));

    assertThat(key.tries()).isEqualTo(1);
    assertThat(lines.lines())
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContainKeys("account", "address", "network"));
  }

  /** What is fetched before a snapshot would be in it. */
  @Test
  void callThatPrimesASnapshotFetchesAndSaysNothing() {
    context.getBean(Priming.class).beforeCheckpoint(null);

    assertThat(key.fetched()).isFalse();
    assertThat(lines.lines()).isEmpty();
  }
}
